import assert from 'node:assert/strict';
import { actionsForOperation, knownOperations } from '../../../server/src/service/iam/operations';
import { testCatalog } from '../../support/catalog';

/** Whether AWS's reference has an action of that name. */
function isAction(name: string): boolean {
  const [prefix, action] = name.split(':') as [string, string];
  return testCatalog().service(prefix)?.actions.has(action.toLowerCase()) === true;
}

describe('API operations of another name', () => {
  for (const operation of knownOperations())
    it(operation, () => {
      const [prefix, name] = operation.split(':') as [string, string];
      assert.ok(!isAction(operation), 'is an action itself');
      const actions = actionsForOperation(prefix, name);
      assert.deepEqual(
        actions.filter((action) => !isAction(action)),
        [],
      );
      assert.ok(actions.length > 0);
    });
});
