import assert from 'node:assert/strict';
import committed from '../../../server/data/cloudformation-policies.json';
import { policyProperties } from '../../../server/schema-build/policyProperties';

describe('properties of CloudFormation that hold policies', () => {
  it('are those of the installed schema', function () {
    this.timeout(20_000);
    assert.deepEqual(policyProperties(), committed, 'npm run template-data');
  });

  it('hold what everybody uses', () => {
    assert.deepEqual(committed['AWS::IAM::Role'], ['AssumeRolePolicyDocument', 'Policies/*/PolicyDocument']);
    assert.deepEqual(committed['AWS::S3::BucketPolicy'], ['PolicyDocument']);
    assert.ok(Object.keys(committed).length > 70);
  });
});
