import assert from 'node:assert/strict';
import { inspectPolicy, type PolicyInspection } from '../../server/src/protocol/policyInspection';
import { evaluateTrustPolicy, type TrustEvaluation } from '../../server/src/protocol/trustEvaluation';
import { TestClient } from '../support/testClient';

describe('questions of the client about policies', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start();
  });
  after(() => {
    client.stop();
  });

  const statement = (condition: object) => ({
    Sid: 'Partner',
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::123456789012:root' },
    Action: 'sts:AssumeRole',
    Condition: condition,
  });
  const user = { type: 'user', arn: 'arn:aws:iam::123456789012:user/me' };
  const evaluate = (policy: string, context: object): Promise<TrustEvaluation> =>
    client.connection.sendRequest(evaluateTrustPolicy, { policy, requester: user, context });

  it('says which statement and which condition of a trust policy decide', async () => {
    const policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [statement({ StringEquals: { 'sts:ExternalId': 'x-1' } })],
    });
    const refused = await evaluate(policy, { 'sts:ExternalId': null });
    assert.deepEqual([refused.answer, refused.because], ['no', 'condition']);
    assert.deepEqual(refused.conditions, [
      { operator: 'StringEquals', key: 'sts:ExternalId', values: '"x-1"' },
    ]);
    assert.equal(refused.statements[0]?.sid, 'Partner');
    assert.deepEqual((JSON.parse(refused.statements[0].text) as { Sid: string }).Sid, 'Partner');
    const allowed = await evaluate(policy, { 'sts:ExternalId': 'x-1' });
    assert.deepEqual([allowed.answer, allowed.needsOwnPermission], ['yes', true]);
  });

  it('answers “depends” to a broken policy', async () => {
    assert.equal((await evaluate('{ "Statement": [', {})).because, 'unreadable');
  });

  const inspect = (text: string): Promise<PolicyInspection> =>
    client.connection.sendRequest(inspectPolicy, {
      text,
      languageId: 'json',
      fileName: 'x.json',
      as: 'session',
    });

  it('tells a trust policy from a session policy, and no policy at all', async () => {
    const trust = JSON.stringify({ Version: '2012-10-17', Statement: [statement({})] });
    assert.equal((await inspect(trust)).kind, 'trust');
    assert.equal((await inspect('{ "name": "package" }')).kind, undefined);
  });

  it('finds what is wrong with a session policy, by line', async () => {
    const { kind, findings } = await inspect(
      '{\n"Version": "2012-10-17", "Statement": {\n"Effect": "Alow", "Action": "s3:GetObject", "Resource": "*" } }',
    );
    assert.equal(kind, 'identity');
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error').map(({ code, line }) => [code, line]),
      [['INVALID_EFFECT', 2]],
    );
  });
});
