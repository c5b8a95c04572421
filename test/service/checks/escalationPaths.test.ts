import assert from 'node:assert/strict';
import { escalationPaths } from '../../../server/src/service/checks/security/escalationPaths';
import { testCatalog } from '../../support/catalog';

describe('paths of privilege escalation', () => {
  // Data Pipeline has left the reference but still works for those who have it.
  const gone = /^(datapipeline|glue:(create|update)devendpoint)/;

  for (const { actions, can } of escalationPaths) {
    it(`${actions.join(' + ')}: ${can}`, () => {
      for (const action of actions.filter((name) => !gone.test(name))) {
        const [prefix = '', name = ''] = action.split(':');
        assert.ok(testCatalog().service(prefix)?.actions.has(name), `${action} is an action`);
      }
    });
  }
});
