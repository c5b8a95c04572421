import { type AwsFailure, isAwsFailure } from '../aws/failure';
import { type ChangeRun, throwIfCancelled, UncertainError } from './run';

/** A call that changes something, and how to see whether it has. */
export interface Call {
  make(): Promise<void>;
  /** Reads whether what the call is to bring about is so. */
  isDone(): Promise<boolean>;
  /** Whether a refusal means that it is so already, as where something to be deleted does not exist. */
  alreadyDone?(failure: AwsFailure): boolean;
}

/** Waits in milliseconds between attempts. */
const waits = [1_000, 2_000, 4_000, 8_000];

/**
 * Makes a call to good effect at most once. Where AWS asks to slow down, nothing was changed and it is tried again. Where
 * the answer was lost or the server failed, the change may have been made: it is read before anybody tries again.
 * @throws AwsFailure where AWS refuses or goes on failing, UncertainError where nobody can tell
 */
export const makeOnce = async (call: Call, run: ChangeRun): Promise<void> => {
  let lost = false;
  for (const wait of [...waits, undefined]) {
    try {
      await call.make();
      return;
    } catch (error) {
      if (!isAwsFailure(error)) throw error;
      if (call.alreadyDone?.(error) === true) return;
      const uncertain = mayHaveChanged(error);
      lost ||= uncertain;
      if (uncertain || error.kind === 'throttled') {
        run.report(
          uncertain ? 'AWS did not answer; reading before trying again…' : 'AWS asks to slow down; waiting…',
        );
        await run.pause(wait ?? 0);
      }
      if (lost && (await read(call, error))) return;
      if (wait === undefined || !(uncertain || error.kind === 'throttled')) throw error;
      throwIfCancelled(run);
    }
  }
};

/** Failures after which the change may have been made all the same. */
const mayHaveChanged = ({ kind }: AwsFailure): boolean =>
  kind === 'unreachable' || kind === 'service' || kind === 'unknown' || kind === 'cancelled';

const read = async (call: Call, failure: AwsFailure): Promise<boolean> => {
  try {
    return await call.isDone();
  } catch {
    throw new UncertainError(
      `${failure.message} Whether the change was made is not known, because reading it back failed too: refresh to see.`,
      failure,
    );
  }
};
