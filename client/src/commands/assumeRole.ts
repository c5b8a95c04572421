import { type InputBoxOptions, ProgressLocation, window } from 'vscode';
import { userInfo } from 'node:os';
import type { Connection } from '../aws/api';
import { type AssumeRoleRequest, nameInArn, type Role } from '../aws/model';
import { answered } from '../errors';
import { askMfaCode } from '../interaction';
import type { Account } from '../state/account';
import type { RoleTerminals } from '../terminal/roleTerminals';
import { RoleSession } from '../terminal/session';
import {
  defaultSessionName,
  externalIdProblem,
  mfaSerialProblem,
  roleArnProblem,
  sessionNameProblem,
} from '../terminal/sessionName';
import { type AssumeRequirements, assumeRequirements } from '../trust/requirements';
import type { Subject } from '../views/row';
import { pickRoleToAssume } from './pick';

/** One hour: what every role allows, and the most AWS allows where one role assumes another. */
const durationSeconds = 3600;

/** Assumes a role, asking what its trust policy wants to know, and opens a terminal that acts as it. */
export const assumeRole = async (
  account: Account,
  terminals: RoleTerminals,
  subject: Subject | undefined,
): Promise<void> => {
  const connection = await account.connection();
  const chosen =
    subject?.kind === 'role' ? subject.role : await pickRoleToAssume(account, 'Assume Role in a Terminal');
  const roleArn = chosen === 'typed' ? await askRoleArn() : chosen.arn;
  const { request, mfaSerial } = await askDetails(
    roleArn,
    chosen === 'typed' ? undefined : chosen,
    connection,
  );
  const ask = async (): Promise<AssumeRoleRequest> => {
    if (mfaSerial === undefined) return request;
    const prompt = `Code of ${mfaSerial}, to assume role ${nameInArn(roleArn)}`;
    return { ...request, mfa: { serialNumber: mfaSerial, code: answered(await askMfaCode(prompt)) } };
  };
  const asked = await ask();
  const renew = mfaSerial === undefined ? () => connection.sts.assumeRole(request) : undefined;
  const session = await window.withProgress(
    { location: ProgressLocation.Notification, title: `Assuming role ${nameInArn(roleArn)}…` },
    () => RoleSession.start(() => connection.sts.assumeRole(asked), renew),
  );
  const renewByHand = async () => {
    const again = await ask();
    await session.renewWith(() => connection.sts.assumeRole(again));
  };
  try {
    await terminals.open({
      session,
      connection,
      roleArn,
      sessionName: request.sessionName,
      ...(renew === undefined ? { renewByHand } : {}),
    });
  } catch (error) {
    if (!terminals.owns(session)) session.dispose();
    throw error;
  }
};

interface Details {
  readonly request: AssumeRoleRequest;
  /** The device whose code AWS wants; undefined where it wants none. */
  readonly mfaSerial: string | undefined;
}

const askDetails = async (
  roleArn: string,
  role: Role | undefined,
  connection: Connection,
): Promise<Details> => {
  const title = `Assume Role ${nameInArn(roleArn)}`;
  const requirements = assumeRequirements(role?.trust);
  const sessionName = answered(
    await input({
      title,
      prompt: 'Session name: shows in CloudTrail who acted as the role',
      value: defaultSessionName(userInfo().username, new Date()),
      validateInput: sessionNameProblem,
    }),
  );
  const externalId = await askExternalId(title, role, requirements);
  return {
    request: { roleArn, sessionName, durationSeconds, ...(externalId === '' ? {} : { externalId }) },
    mfaSerial: requirements.mfa ? await askMfaSerial(title, connection) : undefined,
  };
};

/** Asked where the trust policy wants one, and where it cannot be read. Empty means none. */
const askExternalId = async (
  title: string,
  role: Role | undefined,
  { externalId }: AssumeRequirements,
): Promise<string> => {
  if (role !== undefined && externalId === undefined) return '';
  const required = externalId !== undefined;
  return answered(
    await input({
      title,
      prompt: required
        ? 'External ID: the role’s trust policy requires one'
        : 'External ID, or nothing where the role needs none',
      value: externalId?.value ?? '',
      validateInput: (text) => (text === '' && !required ? undefined : externalIdProblem(text)),
    }),
  );
};

/** The device named in the profile, else one the person names. Undefined where the session has MFA already. */
const askMfaSerial = async (title: string, { settings }: Connection): Promise<string | undefined> => {
  if (settings.mfaSerial !== undefined) return settings.mfaSerial;
  const serial = answered(
    await input({
      title,
      prompt:
        'ARN of your MFA device (the role requires MFA), or nothing where you signed in with MFA already',
      placeHolder: 'arn:aws:iam::123456789012:mfa/name',
      validateInput: (text) => (text === '' ? undefined : mfaSerialProblem(text)),
    }),
  );
  return serial === '' ? undefined : serial;
};

const askRoleArn = async (): Promise<string> =>
  answered(
    await input({
      title: 'Assume Role in a Terminal',
      prompt: 'ARN of the role',
      placeHolder: 'arn:aws:iam::123456789012:role/Name',
      validateInput: (text) => roleArnProblem(text.trim()),
    }),
  ).trim();

const input = (options: InputBoxOptions): Thenable<string | undefined> =>
  window.showInputBox({ ignoreFocusOut: true, ...options });
