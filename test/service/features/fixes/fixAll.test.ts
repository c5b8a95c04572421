import assert from 'node:assert/strict';
import { createPolicyService, fixAll, openPolicy } from '../../../../server/src/service';
import { parseAnnotated } from '../../../support/annotations';
import { testCatalog } from '../../../support/catalog';
import { fixtureCodes, fixturesOf } from '../../../support/fixtures';

const catalog = testCatalog();
const service = createPolicyService({ catalog });
const open = (text: string) => [openPolicy({ text, languageId: 'iam-policy', fileName: 'a.iampolicy' })!];

describe('all harmless repairs at once', () => {
  it('are made together, and those that they uncover', () => {
    const before = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: '',
          Effect: 'Allow',
          Action: ['s3:Get*', 's3:GetObject', 's3:GetObject'],
          Resource: '*',
          Condition: {},
        },
        { Effect: 'Allow', Action: 's3:Get*', Resource: '*' },
      ],
    });
    const after = fixAll(before, open, service, catalog);
    assert.deepEqual(JSON.parse(after ?? ''), {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['s3:Get*'], Resource: '*' }],
    });
  });

  it('leave a good policy alone', () => {
    assert.equal(fixAll('{ "Version": "2012-10-17", "Statement": [] }', open, service, catalog), undefined);
  });

  it('leave broken text alone', () => {
    assert.equal(fixAll('{ "Statement": [{ "Sid": "" }', open, service, catalog), undefined);
  });

  it('find nothing more to do the second time', () => {
    for (const code of fixtureCodes()) {
      for (const fixture of fixturesOf(code)) {
        const { text } = parseAnnotated(fixture.text);
        const after = fixAll(text, open, service, catalog);
        if (after !== undefined) assert.equal(fixAll(after, open, service, catalog), undefined, fixture.file);
      }
    }
  });
});
