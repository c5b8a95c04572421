import { commands } from 'vscode';
import type { Instance } from '../../aws/model';
import { inert } from '../../inert';
import type { Account } from '../../state/account';
import type { AskBlocked } from '../../state/boundary';
import { chainSteps } from '../../state/chainSteps';
import { type DiagnosisFacts, factsAbout } from '../../state/diagnosis';
import type { RoleContents } from '../../state/roleDetails';
import type { Subject } from '../../views/row';
import type { Pages } from '../page';
import type { RunAction } from '../securityGroups/open';
import { fixAction, renderChain, type StepButton } from './render';

export interface ChainPageContext {
  readonly account: Account;
  readonly pages: Pages;
  readonly run: RunAction;
  readonly askBlocked: AskBlocked;
}

/**
 * Shows why an instance has the access it has, step by step, and follows the account while it is open. Opening it takes
 * at most three calls for the role, and where the role has a permissions boundary, those to read its policies.
 */
export const openChain = async (context: ChainPageContext, instance: Instance): Promise<void> => {
  const { account, pages, run } = context;
  const { place } = await account.connection();
  await account.load();
  const name = inert(instance.name ?? '') || instance.id;
  const key = `chain ${place.profile ?? ''} ${instance.region} ${instance.id}`;
  const page = pages.open({ key, title: `Access of ${name}` });
  const where = `${instance.region} · account ${instance.account ?? 'unknown'} · profile ${place.profile ?? 'default'}`;
  let shown = '';
  const show = async () => {
    // Another profile or region was chosen: what the page shows stays true of its own.
    if (account.place?.profile !== place.profile) return;
    const current = account.lists.instances.items.find(({ id }) => id === instance.id) ?? instance;
    const known = await gather(context, factsAbout(account, current));
    const steps = chainSteps(known.facts, known.contents);
    const state = JSON.stringify(steps);
    if (state === shown) return;
    shown = state;
    const buttons = buttonsFor(known);
    const body = renderChain(
      { title: `Access of ${name}`, where },
      steps,
      buttons.map(({ button }) => button),
    );
    const subjects = {
      instance: { kind: 'instance', instance: current },
      role: roleSubject(known.facts),
    } as const;
    const actions: Record<string, () => unknown> = {
      securityGroups: () => call('trustwright.showSecurityGroups', subjects.instance),
      refresh: () => run(() => Promise.all([account.refreshInstance(current), account.refresh()])),
    };
    for (const { button, command, subject } of buttons) actions[button.action] = () => call(command, subject);
    for (const { link, problems } of steps)
      for (const [index, problem] of problems.entries()) {
        const on = problem.fix && subjects[problem.fix.on];
        if (problem.fix && on) actions[fixAction(link, index)] = () => call(problem.fix!.command, on);
      }
    page.show(body, actions);
  };
  const listener = account.onDidChange(() => void run(show));
  page.onClosed(() => {
    listener.dispose();
  });
  await show();
};

const call = (command: string, subject: Subject) => commands.executeCommand(command, { subject });

interface Gathered {
  readonly facts: DiagnosisFacts;
  readonly contents: RoleContents | undefined;
}

/** What may not be read leaves its step unknown; the others are shown all the same. */
const gather = async (
  { account, askBlocked }: ChainPageContext,
  facts: DiagnosisFacts,
): Promise<Gathered> => {
  const { role } = facts.chain;
  if (role === undefined) return { facts, contents: undefined };
  const contents = await account.roleContents(role.name).catch(() => undefined);
  if (contents === undefined) return { facts, contents };
  const boundary = await account.boundaryOf(contents, askBlocked);
  return { facts: { ...facts, boundary }, contents };
};

const roleSubject = ({ chain: { role } }: DiagnosisFacts): Subject | undefined =>
  role && { kind: 'role', role };

interface Opening {
  readonly button: StepButton;
  readonly command: string;
  readonly subject: Subject;
}

const buttonsFor = ({ facts, contents }: Gathered): Opening[] => {
  const subject = roleSubject(facts);
  if (subject?.kind !== 'role') return [];
  const { role } = subject;
  const open = (title: string, policy: Subject, index: number): Opening => ({
    button: { link: 'permissions', title, action: `policy-${index}` },
    command: 'trustwright.openPolicy',
    subject: policy,
  });
  const { managed = [], inline = [] } = contents?.policies ?? {};
  const boundaryArn = contents?.details.boundaryArn;
  const policies: (readonly [string, Subject])[] = [
    ...managed.map(({ name, arn }) => [`Open ${name}`, { kind: 'policy', arn }] as const),
    ...inline.map((name) => [`Open ${name}`, { kind: 'inlinePolicy', roleName: role.name, name }] as const),
    ...(boundaryArn === undefined
      ? []
      : [['Open the boundary', { kind: 'policy', arn: boundaryArn, boundaryOf: role.name }] as const]),
  ];
  return [
    {
      button: { link: 'trust', title: 'Open the trust policy', action: 'trust' },
      command: 'trustwright.openTrustPolicy',
      subject,
    },
    ...policies.map(([title, policy], index) => open(title, policy, index)),
  ];
};
