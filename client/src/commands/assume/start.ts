import { ProgressLocation, window } from 'vscode';
import { type AwsFailure, isAwsFailure } from '../../aws/failure';
import { accountInArn, type AssumedRole, type AssumeRoleRequest, nameInArn } from '../../aws/model';
import { answered, Cancelled } from '../../errors';
import { askMfaCode } from '../../interaction';
import { assumeFrom } from '../../sessions/assumption';
import { explainDenial } from '../../sessions/denial';
import { roleOfSession } from '../../sessions/identity';
import type { OpenSession } from '../../sessions/openSessions';
import { RoleSession } from '../../sessions/roleSession';
import { trustQuestions } from '../../sessions/trustQuestion';
import { readSessionPolicy } from './choosePolicy';
import type { ChosenRole } from './chooseRole';
import { type AssumeContext, evaluateTrust } from './context';
import { baseOf, connectionOf, type Draft, identityOf, requestOf, whoseIdentity } from './draft';
import { showDenial } from './explain';

/** Asks STS for the role, with progress that can be cancelled, and takes the session in. Cancelling leaves nothing. */
export const startSession = async (context: AssumeContext, draft: Draft): Promise<OpenSession> => {
  const { chosen, options, base } = draft;
  const request = requestOf(draft, await policyOf(context, draft));
  const withCode = () => addMfaCode(request, options.mfaSerial);
  const asked = await withCode();
  const renew = options.mfaSerial === undefined ? () => assumeFrom(base, request) : undefined;
  const session = await cancellable(`Assuming role ${nameInArn(chosen.roleArn)}`, async (signal) => {
    try {
      return await RoleSession.start(() => assumeFrom(base, asked, signal), renew);
    } catch (error) {
      if (signal.aborted) throw new Cancelled();
      if (isAwsFailure(error) && error.kind === 'denied') throw await explained(context, draft, asked, error);
      throw error;
    }
  });
  return context.sessions.add({
    roleArn: chosen.roleArn,
    sessionName: request.sessionName,
    options,
    connection: connectionOf(draft),
    session,
    base: base.session,
    origin: draft.identity?.arn ?? whoseIdentity(base),
    renew: async () => {
      const again = await withCode();
      await session.renewWith(() => assumeFrom(base, again));
    },
  });
};

/** Takes in a session of a role that only a profile's own provider can get. */
export const startOwnSession = async (
  context: AssumeContext,
  { config, label }: ChosenRole,
): Promise<OpenSession> => {
  const base = { kind: 'profile' as const, profile: config?.profile ?? 'default' };
  const { connection } = await baseOf(context, base);
  const assume = () => connection.ownSession();
  const session = await cancellable(`Getting the session of ${label}`, async (signal) => {
    const started = await RoleSession.start(() => abandoned(assume(), signal), assume);
    return started;
  });
  return context.sessions.add({
    roleArn: config?.roleArn ?? roleOfSession(session.identity.arn) ?? session.identity.arn,
    sessionName: undefined,
    options: { durationSeconds: Math.ceil(session.millisecondsLeft / 1000), base },
    connection,
    session,
    base: undefined,
    origin: `profile "${base.profile}"`,
    renew: () => session.renewWith(assume),
  });
};

const policyOf = async (context: AssumeContext, { options }: Draft): Promise<string | undefined> => {
  if (options.policyUri === undefined) return undefined;
  const read = await readSessionPolicy(context, options.policyUri);
  if ('text' in read) return read.text;
  await window.showErrorMessage(read.problem);
  throw new Cancelled();
};

/** An MFA code is good for one call, so it is asked for each time, masked, with what it is for. */
const addMfaCode = async (
  request: AssumeRoleRequest,
  serialNumber: string | undefined,
): Promise<AssumeRoleRequest> => {
  if (serialNumber === undefined) return request;
  const role = `role ${nameInArn(request.roleArn)} of account ${accountInArn(request.roleArn) ?? 'unknown'}`;
  const code = answered(await askMfaCode(`Code of ${serialNumber}, to act as ${role}`));
  return { ...request, mfa: { serialNumber, code } };
};

const cancellable = <T>(title: string, work: (signal: AbortSignal) => Promise<T>): Thenable<T> =>
  window.withProgress(
    { location: ProgressLocation.Notification, title: `${title}…`, cancellable: true },
    (_, token) => {
      const controller = new AbortController();
      token.onCancellationRequested(() => {
        controller.abort();
      });
      return work(controller.signal);
    },
  );

/** Waits no longer once the person has given up, for what cannot be stopped itself. */
const abandoned = (answer: Promise<AssumedRole>, signal: AbortSignal): Promise<AssumedRole> =>
  Promise.race([
    answer,
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => {
        reject(new Cancelled());
      });
    }),
  ]);

/** Says which side refused and shows the statement; what is left to tell is nothing. */
const explained = async (
  context: AssumeContext,
  draft: Draft,
  request: AssumeRoleRequest,
  failure: AwsFailure,
): Promise<Error> => {
  context.log.warn(`${failure.attempt.action} failed (${failure.code ?? failure.kind}): ${failure.message}`);
  draft.identity ??= await identityOf(draft.base);
  const { identity, chosen } = draft;
  const trust = chosen.role?.trust ?? (await readTrust(draft));
  const questions =
    trust === undefined || identity === undefined ? [] : trustQuestions(trust, identity.arn, request);
  const asked = await Promise.all(
    questions.map(async (question) => ({ question, trust: await evaluateTrust(context, question) })),
  );
  const telling = asked.find((each) => each.trust?.answer === 'no') ?? asked[0];
  const action = telling?.question.action;
  const denial = explainDenial({
    identityArn: identity?.arn,
    roleArn: chosen.roleArn,
    said: failure.message,
    trust: telling?.trust,
    ...(action === undefined ? {} : { action }),
  });
  void showDenial(`AWS does not let you assume role ${nameInArn(chosen.roleArn)}.`, denial, trust);
  return new Cancelled();
};

/** The trust policy of a role that is not listed, where the base identity may read it. */
const readTrust = async ({ chosen: { roleArn }, base, identity }: Draft): Promise<string | undefined> => {
  if (identity === undefined || identity.account !== accountInArn(roleArn) || base.session !== undefined)
    return undefined;
  const read = base.connection.iam.role(nameInArn(roleArn), AbortSignal.timeout(5_000));
  return (await read.catch(() => undefined))?.trust;
};
