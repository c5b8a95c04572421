import assert from 'node:assert/strict';
import {
  leftWords,
  rememberSwaps,
  type Store,
  SwapsUnderWay,
  whileRemembered,
} from '../../../client/src/changes/underWay';
import { instance } from '../support/fakeConnection';

class MapStore implements Store {
  readonly values = new Map<string, unknown>();
  keys = () => [...this.values.keys()];
  get = (key: string) => this.values.get(key);
  update(key: string, value: unknown): Promise<void> {
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, value);
    return Promise.resolve();
  }
}

describe('a swap that is remembered while it is under way', () => {
  const web = instance('i-1', 'web', 'stopped');
  const change = { from: 'Old', to: 'New' };
  const dead = () => false;
  let store: MapStore;
  let swaps: SwapsUnderWay;
  beforeEach(() => {
    store = new MapStore();
    swaps = new SwapsUnderWay(store);
    rememberSwaps(swaps);
  });
  afterEach(() => {
    rememberSwaps(undefined);
  });

  it('is known between its halves, with names and ids alone', async () => {
    await whileRemembered(web, change, () => {
      assert.deepEqual(store.get(store.keys()[0]!), {
        ...{ instanceId: 'i-1', instanceName: 'web', region: web.region, account: web.account },
        ...{ from: 'Old', to: 'New', process: process.pid },
      });
      return Promise.resolve();
    });
    assert.deepEqual(store.keys(), []);
  });

  it('is forgotten where it fails, for then the person was told', async () => {
    const failing = whileRemembered(web, change, () => Promise.reject(new Error('no')));
    await assert.rejects(failing, /no/);
    assert.deepEqual(swaps.left(dead), []);
  });

  it('is left where its process died, and told in a sentence', async () => {
    await swaps.begin(web, 'Old', 'New');
    const [left] = swaps.left(dead);
    assert.equal(
      leftWords(left!),
      `A change of web (i-1) in ${web.region} was interrupted, and it may have been left without its instance profile Old.`,
    );
  });

  it('is not left while its process lives, as in another window', async () => {
    await swaps.begin(web, 'Old', 'New');
    assert.deepEqual(
      swaps.left((id) => id === process.pid),
      [],
    );
  });

  it('is made though it cannot be remembered', async () => {
    store.update = () => Promise.reject(new Error('disk full'));
    let made = 0;
    await whileRemembered(web, change, () => Promise.resolve(void made++));
    assert.equal(made, 1);
  });

  it('takes nothing else that is kept there for a swap', async () => {
    await store.update('rememberedRoles', { instanceId: 'x' });
    await store.update('swapUnderWay:i-2', 'broken');
    assert.deepEqual(swaps.left(dead), []);
  });
});
