import assert from 'node:assert/strict';
import { isKnownServicePrincipal } from '../../../server/src/service/catalog/servicePrincipals';
import { testCatalog } from '../../support/catalog';

describe('service principals', () => {
  const catalog = testCatalog();

  it('are sorted, well formed and each there once', () => {
    const names = catalog.servicePrincipals;
    assert.deepEqual(names, [...new Set(names)].sort());
    for (const name of names) assert.match(name, /^[a-z0-9_-]+(\.[a-z0-9-]+)*\.amazon(aws)?\.com(\.cn)?$/);
  });

  const cases: Record<string, boolean> = {
    'ec2.amazonaws.com': true,
    'ec2.amazonaws.com.cn': true,
    'lambda.amazonaws.com': true,
    'edgelambda.amazonaws.com': true,
    'logs.eu-west-1.amazonaws.com': true,
    'states.us-gov-west-1.amazonaws.com': true,
    'elasticmapreduce.amazonaws.com.cn': true,
    'ecs-tasks.amazonaws.com': true,
    'delivery.logs.amazonaws.com': true,
    'ec2.amazonaws.con': false,
    'ec2.amazonaws.com.cm': false,
    'EC2.amazonaws.com': false,
    ec2: false,
    'ecs-task.amazonaws.com': false,
  };
  for (const [name, known] of Object.entries(cases)) {
    it(`${name} is ${known ? 'known' : 'unknown'}`, () =>
      assert.equal(isKnownServicePrincipal(catalog, name), known));
  }
});
