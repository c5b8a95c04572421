import assert from 'node:assert/strict';
import { findConditionKey, findServiceKey } from '../../../server/src/service/catalog/findConditionKey';
import { textOfGlobalKey } from '../../../server/src/service/catalog/globalKeyTexts';
import { findGlobalKey, globalConditionKeys } from '../../../server/src/service/catalog/globalKeys';
import { testCatalog } from '../../support/catalog';

describe('condition keys', () => {
  const catalog = testCatalog();

  it('finds global keys whatever their case, tag keys by their family', () => {
    assert.equal(findGlobalKey('AWS:sourceip')?.name, 'aws:SourceIp');
    assert.equal(findGlobalKey('aws:RequestTag/team')?.name, 'aws:RequestTag/${TagKey}');
    assert.equal(findGlobalKey('aws:requesttag/a/b:c')?.name, 'aws:RequestTag/${TagKey}');
    assert.equal(findGlobalKey('aws:RequestTags/team'), undefined);
    assert.equal(findGlobalKey('aws:PrincipalOrgIdentifier'), undefined);
  });

  it('knows types, lists and sensitive keys', () => {
    const is = (name: string) => {
      const { type, multivalued, sensitive } = findGlobalKey(name)!;
      return [type, multivalued, sensitive];
    };
    assert.deepEqual(is('aws:PrincipalArn'), ['ARN', false, false]);
    assert.deepEqual(is('aws:TagKeys'), ['String', true, false]);
    assert.deepEqual(is('aws:PrincipalOrgID'), ['String', false, true]);
    assert.deepEqual(is('aws:SecureTransport'), ['Bool', false, false]);
    assert.equal(findGlobalKey('aws:EpochTime')!.otherType, 'Numeric');
  });

  it('has no key twice', () => {
    const names = globalConditionKeys.map(({ name }) => name.toLowerCase());
    assert.equal(new Set(names).size, names.length);
  });

  it('knows every global key that a service lists, with the same type', () => {
    for (const prefix of catalog.prefixes) {
      for (const key of catalog.service(prefix)!.conditionKeys.values()) {
        if (!key.name.toLowerCase().startsWith('aws:')) continue;
        const global = findGlobalKey(key.name);
        assert.ok(global, `${prefix} lists ${key.name}`);
        assert.deepEqual(
          [global.type, global.multivalued],
          [key.type, key.multivalued],
          `${prefix}: ${key.name}`,
        );
      }
    }
  });

  it('finds the keys of a service, with their templates', () => {
    const s3 = catalog.service('s3')!;
    assert.equal(findServiceKey(s3, 'S3:PREFIX')?.name, 's3:prefix');
    assert.equal(findServiceKey(s3, 's3:prefixx'), undefined);
    assert.equal(findServiceKey(s3, 's3:ExistingObjectTag/team')?.name, 's3:ExistingObjectTag/${key}');
    const codebuild = catalog.service('codebuild')!;
    assert.equal(
      findServiceKey(codebuild, 'codebuild:secondarySources/one.buildspec')?.name,
      'codebuild:secondarySources/${sourceIdentifier}.buildspec',
    );
    assert.equal(findServiceKey(codebuild, 'codebuild:secondarySources/one.buildspecs'), undefined);
  });

  it('finds a key wherever it is defined', () => {
    const name = (key: string) => findConditionKey(catalog, key)?.name;
    assert.equal(name('aws:CurrentTime'), 'aws:CurrentTime');
    assert.equal(name('s3:x-amz-acl'), 's3:x-amz-acl');
    assert.equal(name('lambda:SourceFunctionArn'), 'lambda:SourceFunctionArn');
    assert.equal(name('token.actions.githubusercontent.com:sub'), 'token.actions.githubusercontent.com:sub');
    assert.equal(
      name('oidc.eks.eu-west-1.amazonaws.com/id/1A2B:aud'),
      'oidc.eks.eu-west-1.amazonaws.com/id/1A2B:aud',
    );
    assert.equal(name('ec2:sub'), undefined);
    assert.equal(name('saml:aud'), 'saml:aud');
    assert.equal(name('nothing:here'), undefined);
    assert.equal(name('nothing'), undefined);
  });

  it('says of every global key what it holds', () => {
    const without = globalConditionKeys.filter(({ name }) => textOfGlobalKey(name) === undefined);
    assert.deepEqual(
      without.map(({ name }) => name),
      [],
    );
  });
});
