import { QuickPickItemKind, type QuickPickItem, window } from 'vscode';
import { loadAws } from '../../aws/load';
import { accountInArn, nameInArn, type Role } from '../../aws/model';
import type { ConfigRole } from '../../aws/profiles';
import { ChangeError } from '../../changes/run';
import { answered } from '../../errors';
import { inertInLabel } from '../../inert';
import { roleArnProblem } from '../../sessions/limits';
import type { Subject } from '../../views/row';
import { isServiceLinked } from '../../views/nodes/role';
import { itemsOf, trustsPeople, trustsWords } from '../pick';
import type { AssumeContext } from './context';

/** A role that somebody wants to assume, with what is known of it. */
export interface ChosenRole {
  /** Undefined where only AWS knows it: a role of IAM Identity Center. */
  readonly roleArn: string | undefined;
  /** For people. */
  readonly label: string;
  /** The role as the account lists it; undefined for a role elsewhere. */
  readonly role: Role | undefined;
  /** The profile that stands for the role. */
  readonly config: ConfigRole | undefined;
  /** The instance as whose role it was asked for. */
  readonly instance?: string;
}

/** The role of a row, or one the person chooses: of the account, recent, in the shared files, or by its ARN. */
export const chooseRole = async (
  context: AssumeContext,
  subject: Subject | undefined,
): Promise<ChosenRole> => {
  if (subject?.kind === 'role') return ofRole(subject.role);
  if (subject?.kind === 'instance') {
    const { id, name } = subject.instance;
    const { role } = context.account.links.chainOf(id);
    if (role === undefined)
      throw new ChangeError(`${name ?? id} has no role that could be assumed. Attach one to it first.`);
    return { ...ofRole(role), instance: name ?? id };
  }
  return answered(await pickRole(context));
};

export const ofRole = (role: Role): ChosenRole => ({
  roleArn: role.arn,
  label: role.name,
  role,
  config: undefined,
});

/** A role by its ARN alone; known whole where the account lists it. */
export const ofArn = ({ account }: AssumeContext, arn: string): ChosenRole => {
  const role = account.lists.roles.items.find((each) => each.arn === arn);
  return { roleArn: arn, label: nameInArn(arn), role, config: undefined };
};

const ofConfig = (config: ConfigRole): ChosenRole => ({
  roleArn: config.roleArn,
  label: config.roleArn === undefined ? config.label : nameInArn(config.roleArn),
  role: undefined,
  config,
});

interface RoleItem extends QuickPickItem {
  readonly chosen?: ChosenRole | 'type';
}

const heading = (label: string): RoleItem => ({ label, kind: QuickPickItemKind.Separator });

const pickRole = (context: AssumeContext): Promise<ChosenRole | undefined> =>
  new Promise((resolve) => {
    const picker = window.createQuickPick<RoleItem>();
    let known: readonly RoleItem[] = recentItems(context);
    const show = () => {
      picker.items = [...typedItems(context, picker.value.trim()), ...known];
    };
    picker.title = 'Assume Role';
    picker.placeholder = 'A role, or the ARN of one';
    picker.matchOnDescription = true;
    picker.busy = true;
    picker.onDidChangeValue(show);
    picker.onDidAccept(() => {
      const [item] = picker.selectedItems;
      if (item?.chosen === undefined) return;
      resolve(item.chosen === 'type' ? typeArn(context) : item.chosen);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    show();
    picker.show();
    void Promise.all([accountItems(context), configItems()]).then(([roles, config]) => {
      known = [...recentItems(context), ...roles, ...config];
      show();
      picker.busy = false;
    });
  });

const typedItems = (context: AssumeContext, text: string): RoleItem[] =>
  roleArnProblem(text) === undefined
    ? [{ label: `$(key) ${inertInLabel(text)}`, alwaysShow: true, chosen: ofArn(context, text) }]
    : [
        {
          label: '$(edit) Enter a role ARN…',
          description: 'a role of another account, or one that is not listed',
          alwaysShow: true,
          chosen: 'type',
        },
      ];

const recentItems = (context: AssumeContext): RoleItem[] => {
  const items = context.remembered.recent.slice(0, 5).map((arn): RoleItem => {
    const account = accountInArn(arn) ?? '';
    const name = context.terminals.accountName(arn);
    return {
      label: inertInLabel(nameInArn(arn)),
      description: inertInLabel(name === account ? account : `${name} · ${account}`),
      chosen: ofArn(context, arn),
    };
  });
  return items.length === 0 ? [] : [heading('recent'), ...items];
};

/** Somebody who may not list roles can still assume one whose ARN they know. */
const accountItems = async ({ account }: AssumeContext): Promise<RoleItem[]> => {
  const roles = await itemsOf(account, () => account.lists.roles).catch(() => []);
  const items = roles
    .filter((role) => !isServiceLinked(role))
    .map((role) => ({ role, people: trustsPeople(role) }))
    .sort((a, b) => Number(b.people) - Number(a.people) || a.role.name.localeCompare(b.role.name))
    .map(({ role }) => ({
      label: inertInLabel(role.name),
      description: trustsWords(role),
      chosen: ofRole(role),
    }));
  return items.length === 0 ? [] : [heading('roles of this account'), ...items];
};

const configItems = async (): Promise<RoleItem[]> => {
  const roles = await (await loadAws()).listConfigRoles().catch(() => []);
  const items = roles.map((role) => ({
    label: inertInLabel(role.profile),
    description: inertInLabel(role.label),
    chosen: ofConfig(role),
  }));
  return items.length === 0 ? [] : [heading('in your AWS configuration file'), ...items];
};

const typeArn = async (context: AssumeContext): Promise<ChosenRole | undefined> => {
  const arn = await window.showInputBox({
    title: 'Assume Role',
    prompt: 'ARN of the role',
    placeHolder: 'arn:aws:iam::123456789012:role/Name',
    ignoreFocusOut: true,
    validateInput: (text) => roleArnProblem(text.trim()),
  });
  return arn === undefined ? undefined : ofArn(context, arn.trim());
};
