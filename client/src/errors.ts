import { commands, type LogOutputChannel, window } from 'vscode';
import { type AwsFailure, type FailureKind, isAwsFailure } from './aws/failure';
import { ChangeError } from './changes/run';
import { inertInMessage } from './inert';

/** Thrown where the person changed their mind: nothing is said about it. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Throws `Cancelled` where a picker or a prompt was closed without an answer. */
export const answered = <T>(answer: T | undefined): T => {
  if (answer === undefined) throw new Cancelled();
  return answer;
};

/**
 * Runs what a command does. Failures of AWS are told with a button that helps; whatever else goes wrong is told and
 * logged, and nothing is thrown at the editor.
 */
export const guarded = async <T>(log: LogOutputChannel, work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === 'Cancelled') return undefined;
    if (isAwsFailure(error)) await showFailure(log, error);
    else if (error instanceof ChangeError) await showRefusal(log, error);
    else await showUnexpected(log, error);
    return undefined;
  }
};

/** Tells a failed call of AWS: what failed, on what, why, and what to do. */
export const showFailure = async (log: LogOutputChannel, failure: AwsFailure): Promise<void> => {
  if (failure.kind === 'cancelled') return;
  log.warn(`${failure.attempt.action} failed (${failure.code ?? failure.kind}): ${failure.message}`);
  const help = helps[failure.kind];
  const buttons = help === undefined ? [] : [help.title];
  const choice = await window.showErrorMessage(inertInMessage(failure.message, 600), ...buttons);
  if (choice !== undefined && help !== undefined) await commands.executeCommand(help.command);
};

/** A change that could not be made: its message says why, and nothing is broken. */
const showRefusal = async (log: LogOutputChannel, { message, failure }: ChangeError): Promise<void> => {
  log.warn(message);
  const help = (failure && helps[failure.kind]) ?? refresh;
  const choice = await window.showWarningMessage(inertInMessage(message, 1200), help.title);
  if (choice !== undefined) await commands.executeCommand(help.command);
};

const chooseProfile = { title: 'Choose Profile', command: 'trustwright.chooseProfile' };
const chooseRegion = { title: 'Choose Region', command: 'trustwright.chooseRegion' };
const refresh = { title: 'Refresh', command: 'trustwright.refresh' };
const signIn = { title: 'Sign In', command: 'trustwright.signIn' };
const showLog = { title: 'Show Log', command: 'trustwright.showLog' };

const helps: Partial<Record<FailureKind, { title: string; command: string }>> = {
  noCredentials: chooseProfile,
  missingProfile: chooseProfile,
  badProfile: chooseProfile,
  badCredentials: chooseProfile,
  denied: chooseProfile,
  noRegion: chooseRegion,
  wrongRegion: chooseRegion,
  expired: refresh,
  signInNeeded: signIn,
  unreachable: refresh,
  notFound: refresh,
  conflict: refresh,
  unknown: showLog,
};

const showUnexpected = async (log: LogOutputChannel, error: unknown): Promise<void> => {
  log.error(error instanceof Error ? error : String(error));
  const text = error instanceof Error ? error.message : String(error);
  const message = `Trustwright could not do that: ${inertInMessage(text, 300)}. The log has the details.`;
  const choice = await window.showErrorMessage(message, showLog.title);
  if (choice !== undefined) await commands.executeCommand(showLog.command);
};
