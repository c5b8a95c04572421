import { type QuickPickItem, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { livePolicyScheme } from '../../../server/src/protocol/livePolicies';
import { accountInArn, nameInArn, type Role } from '../aws/model';
import { lettingEc2In } from '../documents/lettingEc2In';
import { type LivePolicy, pathOf } from '../documents/livePolicy';
import { versionsOf } from '../documents/remote';
import { answered } from '../errors';
import { inertInLabel } from '../inert';
import type { Account } from '../state/account';
import { ago } from '../views/nodes/ago';
import type { Subject } from '../views/row';
import { pickRole } from './pick';

/** Opens a policy of a role as a document: the one of the row, else one that is picked. */
export const openPolicy = async (account: Account, subject: Subject | undefined): Promise<void> => {
  await show(await policyFor(account, subject));
};

/** Opens the policy that says who may assume a role. */
export const openTrustPolicy = async (account: Account, subject: Subject | undefined): Promise<void> => {
  await show(trustOf(await roleFor(account, subject, 'Open Trust Policy')));
};

/** Opens the policy that limits what a role may ever do. */
export const openBoundary = async (account: Account, subject: Subject | undefined): Promise<void> => {
  const role = await roleFor(account, subject, 'Open Permissions Boundary');
  const { boundaryArn } = (await account.roleContents(role.name)).details;
  if (boundaryArn === undefined) {
    void window.showInformationMessage(`Role ${role.name} has no permissions boundary.`);
    return;
  }
  await show({ kind: 'boundary', account: accountOf(role), arn: boundaryArn });
};

/** Opens one of the versions that AWS keeps of a managed policy. Saving it makes it the newest, and the default. */
export const openPolicyVersion = async (account: Account, subject: Subject | undefined): Promise<void> => {
  const policy = await policyFor(account, subject);
  if (!('arn' in policy)) {
    void window.showInformationMessage(
      'AWS keeps versions of managed policies only, so the current text is shown.',
    );
    await show(policy);
    return;
  }
  const items = versionsOf(await account.connection(), policy).then((versions) =>
    [...versions].reverse().map(({ id, isDefault, createdAt }) => ({
      label: id,
      description: [isDefault && 'default', createdAt && ago(createdAt)].filter(Boolean).join(' · '),
    })),
  );
  const title = inertInLabel(`Versions of ${nameInArn(policy.arn)}`);
  const { label } = answered(await window.showQuickPick(items, { title, placeHolder: 'Version to open' }));
  await show({ ...policy, version: label });
};

/** Opens a role's trust policy with EC2 added, not saved: the person sees what is new and saves it, or does not. */
export const letEc2Assume = async (account: Account, subject: Subject | undefined): Promise<void> => {
  const role = await roleFor(account, subject, 'Let EC2 Assume a Role');
  const { document } = await show(trustOf(role));
  const text = document.getText();
  const changed = lettingEc2In(text);
  if (changed === undefined) {
    void window.showInformationMessage(
      'The trust policy cannot be read, so add ec2.amazonaws.com to it by hand.',
    );
    return;
  }
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(0), document.positionAt(text.length)), changed);
  await workspace.applyEdit(edit);
  void window.showInformationMessage(
    'EC2 is added to the trust policy. Save it to see the change and send it to AWS.',
  );
};

const show = async (policy: LivePolicy) =>
  window.showTextDocument(
    await workspace.openTextDocument(Uri.from({ scheme: livePolicyScheme, path: pathOf(policy) })),
  );

const accountOf = ({ arn }: Pick<Role, 'arn'>): string => accountInArn(arn) ?? '';

const trustOf = (role: Role): LivePolicy => ({
  kind: 'trust',
  account: accountOf(role),
  roleName: role.name,
});

const roleFor = async (account: Account, subject: Subject | undefined, title: string): Promise<Role> =>
  subject?.kind === 'role' ? subject.role : pickRole(account, title);

const policyFor = async (account: Account, subject: Subject | undefined): Promise<LivePolicy> => {
  if (subject?.kind === 'policy' || subject?.kind === 'inlinePolicy') {
    const { account: number } = await (await account.connection()).sts.identity();
    return policyOf(number, subject);
  }
  const role = await roleFor(account, subject, 'Open a Policy of a Role');
  return answered(await pickPolicy(account, role));
};

const policyOf = (
  account: string,
  subject: Extract<Subject, { kind: 'policy' | 'inlinePolicy' }>,
): LivePolicy =>
  subject.kind === 'inlinePolicy'
    ? { kind: 'inline', account, roleName: subject.roleName, policyName: subject.name }
    : { kind: subject.boundaryOf === undefined ? 'managed' : 'boundary', account, arn: subject.arn };

interface PolicyItem extends QuickPickItem {
  readonly policy: LivePolicy;
}

const pickPolicy = async (account: Account, role: Role): Promise<LivePolicy | undefined> => {
  const number = accountOf(role);
  const items = account.roleContents(role.name).then(({ details, policies }): PolicyItem[] => [
    { label: 'Trust policy', description: 'who may assume the role', policy: trustOf(role) },
    ...policies.inline.map((name) => ({
      label: inertInLabel(name),
      description: 'inline',
      policy: { kind: 'inline', account: number, roleName: role.name, policyName: name } as const,
    })),
    ...policies.managed.map(({ name, arn }) => ({
      label: inertInLabel(name),
      description: 'managed',
      policy: { kind: 'managed', account: number, arn } as const,
    })),
    ...(details.boundaryArn === undefined
      ? []
      : [
          {
            label: inertInLabel(nameInArn(details.boundaryArn)),
            description: 'permissions boundary',
            policy: { kind: 'boundary', account: number, arn: details.boundaryArn } as const,
          },
        ]),
  ]);
  const title = inertInLabel(`Policies of Role ${role.name}`);
  return (await window.showQuickPick(items, { title, placeHolder: 'Policy to open' }))?.policy;
};
