import { setTimeout as sleep } from 'node:timers/promises';
import type { InspectedFinding } from '../../../server/src/protocol/policyInspection';
import type { Connection } from '../aws/api';
import { isAwsFailure } from '../aws/failure';
import type { PolicyVersion } from '../aws/model';
import { makeOnce } from '../changes/once';
import { type ChangeRun, messageOf, UncertainError } from '../changes/run';
import { type LivePolicy, wordsFor } from './livePolicy';
import { readCurrent, type RemotePolicy, versionsOf, write } from './remote';
import { isSamePolicy } from './text';

/** Why nothing was written, in one sentence for the person. */
export class NotSaved extends Error {
  override readonly name = 'NotSaved';
}

/** What the person sees before anything is written. */
export interface Review {
  readonly policy: LivePolicy;
  readonly profile: string | undefined;
  /** As it is in AWS now. */
  readonly current: string;
  readonly edited: string;
  /** What changes, line by line; empty where only the layout does. */
  readonly words: readonly string[];
}

/** Questions to the person. Each may say no, and then nothing is written. */
export interface SavingQuestions {
  /** The text has errors: insist all the same? */
  insist(policy: LivePolicy, errors: readonly InspectedFinding[]): Promise<boolean>;
  /** Somebody changed it meanwhile, in these words: overwrite? */
  overwrite(review: Review, meanwhile: readonly string[]): Promise<boolean>;
  /** AWS keeps five versions: which one to delete? */
  versionToDelete(policy: LivePolicy, versions: readonly PolicyVersion[]): Promise<PolicyVersion | undefined>;
  /** The change in words and side by side: make it? */
  confirm(review: Review, deletes: PolicyVersion | undefined): Promise<boolean>;
}

/** What the language server knows of a policy. Null where it cannot answer. */
export interface PolicyKnowledge {
  errorsIn(policy: LivePolicy, text: string): Promise<readonly InspectedFinding[] | null>;
  change(policy: LivePolicy, before: string, after: string): Promise<readonly string[] | null>;
}

/** What is to be saved. */
export interface Edit {
  readonly edited: string;
  /** What AWS had when the document was opened. */
  readonly opened: RemotePolicy;
  /** Waits this many milliseconds before AWS is asked again. */
  readonly pause?: Pause;
}

/** What was written, to be taken back. */
export interface Written {
  readonly policy: LivePolicy;
  readonly before: RemotePolicy;
  readonly after: RemotePolicy;
}

type Pause = (ms: number) => Promise<void>;

/** AWS keeps no more versions of a managed policy. */
const mostVersions = 5;

/**
 * Writes an edited policy to AWS after the person has agreed to each thing that matters. Reads it afresh first, so that
 * nobody's change is overwritten unseen, and reads it back afterwards. Where an answer is lost, it reads before it tries
 * again.
 * @returns undefined where AWS has it already
 * @throws NotSaved where nothing was written; AwsFailure where a call failed
 */
export const save = async (
  connection: Connection,
  policy: LivePolicy,
  { edited, opened, pause = sleep }: Edit,
  questions: SavingQuestions,
  knows: PolicyKnowledge,
): Promise<Written | undefined> => {
  await checkAccount(connection, policy);
  checkJson(policy, edited);
  const errors = (await knows.errorsIn(policy, edited)) ?? [];
  if (errors.length > 0 && !(await questions.insist(policy, errors)))
    throw new NotSaved(`Nothing was written: the ${wordsFor(policy)} has errors`);
  const current = await readCurrent(connection, policy).catch(whereGone(policy));
  if (isSamePolicy(current.text, edited)) return undefined;
  const words = (before: string) => knows.change(policy, before, edited).then((lines) => lines ?? []);
  const review: Review = {
    policy,
    profile: connection.place.profile,
    current: current.text,
    edited,
    words: await words(current.text),
  };
  if (wasChanged(opened, current)) {
    const meanwhile = (await knows.change(policy, opened.text, current.text)) ?? [];
    if (!(await questions.overwrite(review, meanwhile)))
      throw new NotSaved(
        `Nothing was written: the ${wordsFor(policy)} was changed in AWS since you opened it`,
      );
  }
  const doomed = await chooseDoomed(connection, policy, questions);
  if (!(await questions.confirm(review, doomed)))
    throw new NotSaved('Nothing was written: you did not confirm it');
  if (doomed !== undefined) await makeRoom(connection, policy, doomed, pause);
  await writeOnce(connection, policy, edited, pause).catch(
    doomed === undefined ? whereGone(policy) : afterMakingRoom(doomed),
  );
  return { policy, before: current, after: await readBack(connection, policy, edited, pause) };
};

const checkAccount = async ({ sts, place }: Connection, policy: LivePolicy): Promise<void> => {
  const { account } = await sts.identity();
  if (account === policy.account) return;
  throw new NotSaved(
    `Nothing was written: this policy belongs to account ${policy.account}, but profile ${place.profile ?? 'default'} ` +
      `now leads to account ${account}. Choose a profile of account ${policy.account}, then save again`,
  );
};

/** AWS takes JSON alone, whatever anybody insists on. */
const checkJson = (policy: LivePolicy, text: string): void => {
  try {
    JSON.parse(text);
  } catch {
    throw new NotSaved(`Nothing was written: the ${wordsFor(policy)} is not valid JSON`);
  }
};

/** A managed policy is changed when another version became the default, even if it says the same. */
const wasChanged = (opened: RemotePolicy, current: RemotePolicy): boolean =>
  current.defaultVersion === undefined
    ? !isSamePolicy(opened.text, current.text)
    : opened.defaultVersion !== current.defaultVersion;

const chooseDoomed = async (
  connection: Connection,
  policy: LivePolicy,
  questions: SavingQuestions,
): Promise<PolicyVersion | undefined> => {
  const versions = await versionsOf(connection, policy);
  if (versions.length < mostVersions) return undefined;
  const chosen = await questions.versionToDelete(
    policy,
    versions.filter(({ isDefault }) => !isDefault),
  );
  if (chosen === undefined)
    throw new NotSaved(
      'Nothing was written: AWS keeps five versions of a policy, and none was chosen to be deleted',
    );
  return chosen;
};

const makeRoom = async (
  { policies }: Connection,
  policy: LivePolicy,
  { id }: PolicyVersion,
  pause: Pause,
): Promise<void> => {
  if (!('arn' in policy)) return;
  const { arn } = policy;
  const isDone = async () => (await policies.versions(arn)).every((version) => version.id !== id);
  await makeOnce({ make: () => policies.deleteVersion(arn, id), isDone }, quietly(pause));
};

const afterMakingRoom =
  ({ id }: PolicyVersion) =>
  (error: unknown): never => {
    const outcome = error instanceof UncertainError ? '' : ', but the new version was not made';
    throw new NotSaved(`Version ${id} was deleted to make room${outcome}. ${messageOf(error)}`);
  };

/** Somebody deleted it, or the role it belongs to. */
const whereGone =
  (policy: LivePolicy) =>
  (error: unknown): never => {
    if (!isAwsFailure(error) || error.kind !== 'notFound') throw error;
    throw new NotSaved(
      `Nothing was written: the ${wordsFor(policy)} no longer exists in AWS. ` +
        'Your text stays in this editor; copy it before you close it',
    );
  };

const writeOnce = (connection: Connection, policy: LivePolicy, text: string, pause: Pause): Promise<void> => {
  const isDone = async () => isSamePolicy((await readCurrent(connection, policy)).text, text);
  return makeOnce({ make: () => write(connection, policy, text), isDone }, quietly(pause));
};

/** The editor shows by itself that it is saving, and cannot be told to stop. */
const quietly = (pause: Pause): ChangeRun => ({
  signal: new AbortController().signal,
  report: () => undefined,
  pause,
});

/** IAM may tell the old text for a moment after it took the new one. What cannot be read is written all the same. */
const readBack = async (
  connection: Connection,
  policy: LivePolicy,
  edited: string,
  pause: Pause,
): Promise<RemotePolicy> => {
  let says = 'still tells the old text';
  for (const wait of [0, 500, 1000, 2000, 4000]) {
    if (wait > 0) await pause(wait);
    try {
      const after = await readCurrent(connection, policy);
      if (isSamePolicy(after.text, edited)) return after;
    } catch (error) {
      says = `it could not be read back. ${messageOf(error)}`.replace(/\.$/, '');
    }
  }
  throw new NotSaved(
    `AWS took the new ${wordsFor(policy)} but ${says}. Reopen the policy in a minute to see which it is`,
  );
};

/**
 * Takes a change back, unless something else was changed since.
 * @throws NotSaved where it was
 */
export const takeBack = async (
  connection: Connection,
  { policy, before, after }: Written,
  pause: Pause = sleep,
): Promise<void> => {
  await checkAccount(connection, policy);
  const current = await readCurrent(connection, policy);
  const isOurs = isSamePolicy(current.text, after.text) && current.defaultVersion === after.defaultVersion;
  if (!isOurs) throw new NotSaved(`The ${wordsFor(policy)} was changed again since, so it was left as it is`);
  const { defaultVersion } = before;
  if (!('arn' in policy) || defaultVersion === undefined)
    return writeOnce(connection, policy, before.text, pause);
  const isDone = async () => (await readCurrent(connection, policy)).defaultVersion === defaultVersion;
  const make = () => connection.policies.setDefaultVersion(policy.arn, defaultVersion);
  await makeOnce({ make, isDone }, quietly(pause));
};
