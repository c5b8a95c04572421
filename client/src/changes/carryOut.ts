import { isAwsFailure } from '../aws/failure';
import { type Action, inverse } from './action';
import { actionWords } from './actionWords';
import { perform } from './perform';
import {
  ChangeError,
  failureIn,
  type ChangeRun,
  type ChangeServices,
  messageOf,
  seenThrough,
  throwIfCancelled,
  UncertainError,
} from './run';

/**
 * Makes the actions of a plan one after another. Where one fails, or the person cancels before the last is begun, those
 * made before are taken back, and the error says what was and what could not be. Where nobody knows whether an action was
 * made, nothing is taken back, for it may rest on the others.
 */
export const carryOut = async (
  actions: readonly Action[],
  services: ChangeServices,
  run: ChangeRun,
): Promise<void> => {
  const made: Action[] = [];
  for (const action of actions) {
    try {
      throwIfCancelled(run);
      run.report(`${actionWords(action)}…`);
      await whileNew(made, () => perform(action, services, run), run);
    } catch (error) {
      throw made.length === 0 ? error : await afterwards(error, made, services, run);
    }
    made.push(action);
  }
};

/** Takes actions back, the last one first. @throws ChangeError that says what stays */
export const takeBack = async (
  actions: readonly Action[],
  services: ChangeServices,
  run: ChangeRun,
): Promise<void> => {
  const stayed = await undone(actions, services, run);
  if (stayed === undefined) return;
  if (stayed.actions.length === actions.length) throw stayed.error;
  throw new ChangeError(`${messageOf(stayed.error)} ${stays(stayed.actions)}`, failureIn(stayed.error));
};

/** What could not be taken back, and why. */
interface Stayed {
  readonly actions: readonly Action[];
  readonly error: unknown;
}

/** Stops at the first that cannot be taken back, since those before it may be what it rests on. */
const undone = async (
  actions: readonly Action[],
  services: ChangeServices,
  run: ChangeRun,
): Promise<Stayed | undefined> => {
  for (let at = actions.length - 1; at >= 0; at--) {
    const back = inverse(actions[at]!);
    try {
      run.report(`${actionWords(back)}…`);
      await perform(back, services, run);
    } catch (error) {
      return { actions: actions.slice(0, at + 1), error };
    }
  }
  return undefined;
};

const afterwards = async (
  error: unknown,
  made: readonly Action[],
  services: ChangeServices,
  run: ChangeRun,
): Promise<unknown> => {
  if (error instanceof UncertainError)
    return new UncertainError(`${error.message} ${stays(made)}`, error.failure);
  const stayed = await undone(made, services, seenThrough(run));
  if (stayed !== undefined) {
    const why = `${messageOf(error)} ${stays(stayed.actions)} Taking it back failed: ${messageOf(stayed.error)}`;
    return new ChangeError(why, failureIn(error));
  }
  if (error instanceof Error && error.name === 'Cancelled') return error;
  return new ChangeError(`${messageOf(error)} What was done before was taken back.`, failureIn(error));
};

/** `This was done and stays: create role R; create instance profile P.` */
const stays = (actions: readonly Action[]): string =>
  `This was done and stays: ${actions.map((action) => decapitalized(actionWords(action))).join('; ')}.`;

const decapitalized = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** IAM may not find for a few seconds what it has just made. */
const whileNew = async (
  made: readonly Action[],
  work: () => Promise<void>,
  run: ChangeRun,
): Promise<void> => {
  const isNew = made.some(({ kind }) => kind === 'createRole' || kind === 'createProfile');
  for (const wait of isNew ? [1, 2, 4, 8] : []) {
    try {
      return await work();
    } catch (error) {
      if (!isAwsFailure(error) || error.kind !== 'notFound') throw error;
      throwIfCancelled(run);
      run.report('Waiting until IAM finds what it has just made…');
      await run.pause(wait * 1000);
    }
  }
  await work();
};
