import { window } from 'vscode';
import { nameOf } from '../changes/names';
import { asked } from '../changes/preflight';
import { ChangeError } from '../changes/run';
import { leftWords, type SwapsUnderWay, type SwapUnderWay } from '../changes/underWay';
import { inertInMessage } from '../inert';
import { propose } from './propose';
import type { ChangingContext } from './registerChanging';
import { runOnAccount } from './runOnAccount';

/** Offers to put back what a process that died half-way through a swap took off. AWS is not asked before. */
export const offerLeft = async (context: ChangingContext, swaps: SwapsUnderWay): Promise<void> => {
  for (const swap of swaps.left(isAlive)) {
    const again = 'Attach It Again…';
    const forget = 'Forget';
    const choice = await window.showWarningMessage(inertInMessage(leftWords(swap), 400), again, forget);
    if (choice === forget) await swaps.end(swap.instanceId);
    if (choice === again) await runOnAccount(context, () => attachAgain(context, swap, swaps));
  }
};

const isAlive = (id: number): boolean => {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const attachAgain = async (
  context: ChangingContext,
  { instanceId, region, account, from }: SwapUnderWay,
  swaps: SwapsUnderWay,
): Promise<void> => {
  const connection = await context.account.connectionTo({ region });
  const { value } = await asked(() => connection.sts.identity());
  if (account !== undefined && value !== undefined && value.account !== account)
    throw new ChangeError(
      `${instanceId} is in account ${account}, but the credentials are of account ${value.account}. ` +
        'Choose a profile of that account, then reload the window to be asked again.',
    );
  const instance = await connection.ec2.instance(instanceId);
  if (instance === undefined) {
    await swaps.end(instanceId);
    throw new ChangeError(`${instanceId} no longer exists, so there is nothing to attach.`);
  }
  const name = nameOf(instance);
  await propose(context, connection, {
    question: `Attach instance profile ${from} to ${name} again?`,
    button: 'Attach',
    lines: ['It is attached only where the instance has none now.'],
    actions: [{ kind: 'associate', instance, from: undefined, to: from }],
    warnings: [],
    account: value?.account ?? account,
    title: `Attaching ${from}`,
    done: `${name} has instance profile ${from} again.`,
    undone: `${name} has no instance profile.`,
  });
  await swaps.end(instanceId);
};
