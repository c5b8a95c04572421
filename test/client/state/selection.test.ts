import assert from 'node:assert/strict';
import { type Memory, Selection } from '../../../client/src/state/selection';

class TestMemory implements Memory {
  readonly #values = new Map<string, unknown>();
  get<T>(key: string): T | undefined {
    return this.#values.get(key) as T | undefined;
  }
  update(key: string, value: unknown): Promise<void> {
    this.#values.set(key, value);
    return Promise.resolve();
  }
}

describe('the chosen profile and region', () => {
  it('are nothing at first, so that the environment decides', () => {
    assert.deepEqual(new Selection(new TestMemory()).choice, { profile: undefined, region: undefined });
  });

  it('are remembered, each region with its profile', async () => {
    const memory = new TestMemory();
    const selection = new Selection(memory);
    await selection.chooseProfile('a');
    await selection.chooseRegion('eu-west-1');
    await selection.chooseProfile('b');
    assert.deepEqual(selection.choice, { profile: 'b', region: undefined });
    await selection.chooseProfile('a');
    assert.deepEqual(new Selection(memory).choice, { profile: 'a', region: 'eu-west-1' });
  });

  it('say when they change', async () => {
    const selection = new Selection(new TestMemory());
    let changes = 0;
    selection.onDidChange(() => changes++);
    await selection.chooseRegion('eu-west-1');
    await selection.chooseProfile(undefined);
    assert.equal(changes, 2);
  });
});
