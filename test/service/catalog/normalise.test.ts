import assert from 'node:assert/strict';
import { keyName, keyType, levels } from '../../../server/catalog-build/normalise';

describe('normalising the reference', () => {
  it('maps the types of condition keys and fails on a new one', () => {
    assert.deepEqual(keyType('ArrayOfARN'), { type: 'ARN', multivalued: true });
    assert.deepEqual(keyType('Boolean'), { type: 'Bool', multivalued: false });
    assert.throws(() => keyType('Duration'), /Unknown type of a condition key: Duration/);
    assert.throws(() => keyType('ArrayOfThings'));
  });

  it('takes composite access levels apart and fails on a new one', () => {
    assert.deepEqual(levels('Tagging, Write'), ['Tagging', 'Write']);
    assert.throws(() => levels('Write, Delete'), /Unknown access level/);
  });

  it('writes the free part of a key in one way', () => {
    assert.equal(keyName('s3:ExistingObjectTag/<key>'), 's3:ExistingObjectTag/${key}');
    assert.equal(keyName('secretsmanager:ResourceTag/tag-key'), 'secretsmanager:ResourceTag/${TagKey}');
    assert.equal(keyName('aws:RequestTag/${TagKey}'), 'aws:RequestTag/${TagKey}');
  });
});
