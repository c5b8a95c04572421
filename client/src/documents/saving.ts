import type { InspectedFinding } from '../../../server/src/protocol/policyInspection';
import type { Connection } from '../aws/api';
import type { PolicyVersion } from '../aws/model';
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

/** What was written, to be taken back. */
export interface Written {
  readonly policy: LivePolicy;
  readonly before: RemotePolicy;
  readonly after: RemotePolicy;
}

/** AWS keeps no more versions of a managed policy. */
const mostVersions = 5;

/**
 * Writes an edited policy to AWS after the person has agreed to each thing that matters. Reads it afresh first, so that
 * nobody's change is overwritten unseen, and reads it back afterwards.
 * @param opened what AWS had when the document was opened
 * @returns undefined where AWS has it already
 * @throws NotSaved where nothing was written; AwsFailure where a call failed
 */
export const save = async (
  connection: Connection,
  policy: LivePolicy,
  { edited, opened }: { readonly edited: string; readonly opened: RemotePolicy },
  questions: SavingQuestions,
  knows: PolicyKnowledge,
): Promise<Written | undefined> => {
  await checkAccount(connection, policy);
  checkJson(policy, edited);
  const errors = (await knows.errorsIn(policy, edited)) ?? [];
  if (errors.length > 0 && !(await questions.insist(policy, errors)))
    throw new NotSaved(`Nothing was written: the ${wordsFor(policy)} has errors`);
  const current = await readCurrent(connection, policy);
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
  return writeAll(connection, policy, current, edited, doomed);
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

const writeAll = async (
  connection: Connection,
  policy: LivePolicy,
  before: RemotePolicy,
  edited: string,
  doomed: PolicyVersion | undefined,
): Promise<Written> => {
  if (doomed && 'arn' in policy) await connection.policies.deleteVersion(policy.arn, doomed.id);
  try {
    await write(connection, policy, edited);
  } catch (error) {
    // The answer may have been lost after the change was made.
    const after = await readCurrent(connection, policy).catch(() => undefined);
    if (after === undefined || !isSamePolicy(after.text, edited)) {
      if (doomed === undefined) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new NotSaved(
        `Version ${doomed.id} was deleted to make room, but the new version was not made. ${reason}`,
      );
    }
    return { policy, before, after };
  }
  return { policy, before, after: await readBack(connection, policy, edited) };
};

/** IAM may tell the old text for a moment after it took the new one. */
const readBack = async (
  connection: Connection,
  policy: LivePolicy,
  edited: string,
): Promise<RemotePolicy> => {
  for (const wait of [0, 500, 1000, 2000, 4000]) {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const after = await readCurrent(connection, policy);
    if (isSamePolicy(after.text, edited)) return after;
  }
  throw new NotSaved(
    `AWS took the new ${wordsFor(policy)} but still tells the old text. Reopen the policy in a minute to see which it is`,
  );
};

/**
 * Takes a change back, unless something else was changed since.
 * @throws NotSaved where it was
 */
export const takeBack = async (connection: Connection, { policy, before, after }: Written): Promise<void> => {
  await checkAccount(connection, policy);
  const current = await readCurrent(connection, policy);
  const isOurs = isSamePolicy(current.text, after.text) && current.defaultVersion === after.defaultVersion;
  if (!isOurs) throw new NotSaved(`The ${wordsFor(policy)} was changed again since, so it was left as it is`);
  if ('arn' in policy && before.defaultVersion !== undefined)
    return connection.policies.setDefaultVersion(policy.arn, before.defaultVersion);
  await write(connection, policy, before.text);
};
