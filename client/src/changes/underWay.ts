import type { Instance } from '../aws/model';
import { nameOf } from './names';

/** A swap of a stopped instance's profile whose halves are not both made yet: names and ids, nothing more. */
export interface SwapUnderWay {
  readonly instanceId: string;
  readonly instanceName: string | undefined;
  readonly region: string;
  readonly account: string | undefined;
  /** The profile that was taken off. */
  readonly from: string;
  readonly to: string;
  /** The process that makes the change. */
  readonly process: number;
}

/** Where swaps under way are kept, so that they outlive the process. VS Code's `Memento` is one. */
export interface Store {
  keys(): readonly string[];
  get(key: string): unknown;
  /** Undefined forgets. */
  update(key: string, value: unknown): PromiseLike<void>;
}

const prefix = 'swapUnderWay:';

/** Remembers swaps while they are under way, and knows those that nobody will finish. */
export class SwapsUnderWay {
  constructor(private readonly store: Store) {}

  async begin(instance: Instance, from: string, to: string): Promise<void> {
    const { id: instanceId, name: instanceName, region, account } = instance;
    const swap: SwapUnderWay = {
      ...{ instanceId, instanceName, region, account, from, to },
      process: process.pid,
    };
    await this.store.update(prefix + instanceId, swap);
  }

  async end(instanceId: string): Promise<void> {
    await this.store.update(prefix + instanceId, undefined);
  }

  /** Swaps whose process is there no more: their instances may have been left without a profile. */
  left(isAlive: (process: number) => boolean): SwapUnderWay[] {
    return this.store
      .keys()
      .filter((key) => key.startsWith(prefix))
      .map((key) => this.store.get(key))
      .filter(isSwap)
      .filter((swap) => !isAlive(swap.process));
  }
}

const isSwap = (value: unknown): value is SwapUnderWay => {
  if (typeof value !== 'object' || value === null) return false;
  const { instanceId, region, from, process: owner } = value as Partial<Record<keyof SwapUnderWay, unknown>>;
  return [instanceId, region, from].every((each) => typeof each === 'string') && typeof owner === 'number';
};

/** What is said of one at the next start. */
export const leftWords = ({ instanceId: id, instanceName: name, region, from }: SwapUnderWay): string =>
  `A change of ${nameOf({ id, name })} in ${region} was interrupted, and it may have been left without its ` +
  `instance profile ${from}.`;

let kept: SwapsUnderWay | undefined;

/** From now on swaps are remembered there. */
export const rememberSwaps = (swaps: SwapsUnderWay | undefined): void => {
  kept = swaps;
};

/** Runs a swap that is remembered until it is over. That it cannot be remembered is no reason not to make it. */
export const whileRemembered = async (
  instance: Instance,
  { from, to }: { readonly from: string; readonly to: string },
  work: () => Promise<void>,
): Promise<void> => {
  const swaps = kept;
  await swaps?.begin(instance, from, to).catch(() => undefined);
  try {
    await work();
  } finally {
    await swaps?.end(instance.id).catch(() => undefined);
  }
};
