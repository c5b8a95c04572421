import assert from 'node:assert/strict';
import { ServerDeaths } from '../../client/src/serverDeaths';

const minute = 60_000;

describe('restarting a dead language server', () => {
  it('restarts up to the limit and then gives up', () => {
    const deaths = new ServerDeaths(2, 3 * minute);
    const answers = [0, 1, 2].map((second) => deaths.shouldRestart(second * 1000));
    assert.deepEqual(answers, [true, true, false]);
  });

  it('forgets deaths that are long past', () => {
    const deaths = new ServerDeaths(1, 3 * minute);
    assert.equal(deaths.shouldRestart(0), true);
    assert.equal(deaths.shouldRestart(4 * minute), true);
  });

  it('starts counting afresh after a restart by hand', () => {
    const deaths = new ServerDeaths(1);
    deaths.shouldRestart(0);
    deaths.reset();
    assert.equal(deaths.shouldRestart(1), true);
  });
});
