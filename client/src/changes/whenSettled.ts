import { ChangeError, type ChangeRun, throwIfCancelled } from './run';
import { looks } from './settle';

/** A decision that may have to wait until AWS is done with the instance. */
interface MayWait {
  readonly decision: { readonly kind: string; readonly sentence?: string };
}

/** Reads and decides, and again while AWS is busy with the instance: for a minute at most, or until cancelled. */
export const whenSettled = async <T extends MayWait>(read: () => Promise<T>, run: ChangeRun): Promise<T> => {
  let found = await read();
  for (const wait of looks) {
    throwIfCancelled(run);
    if (found.decision.kind !== 'wait') return found;
    run.report('Waiting until AWS is done with what it is doing…');
    await run.pause(wait * 1000);
    throwIfCancelled(run);
    found = await read();
  }
  if (found.decision.kind === 'wait') throw new ChangeError(found.decision.sentence ?? 'AWS is still busy.');
  return found;
};
