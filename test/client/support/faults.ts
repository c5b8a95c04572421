import { type FaultProxy, startFaultProxy } from '../../support/faults/proxy';
import { likeAws, type Strictness } from '../../support/faults/likeAws';
import { TestAccount } from './account';
import { emulator } from './emulator';

/** An account of the emulator that is as strict as AWS, and the proxy that makes its calls fail. */
export interface FaultyAccount {
  readonly account: TestAccount;
  readonly proxy: FaultProxy;
  close(): Promise<void>;
}

export const openFaultyAccount = async (strictness?: Strictness): Promise<FaultyAccount> => {
  const proxy = await startFaultProxy(await emulator(), likeAws(strictness));
  const account = await TestAccount.open(proxy.endpoint);
  return {
    account,
    proxy,
    close: async () => {
      account.dispose();
      await proxy.stop();
    },
  };
};
