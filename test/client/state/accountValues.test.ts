import assert from 'node:assert/strict';
import type { Account } from '../../../client/src/state/account';
import { accountValues } from '../../../client/src/state/accountValues';
import { idle } from '../../../client/src/state/listing';
import { instance, profile, role } from '../support/fakeConnection';

type Known = Pick<Account, 'lists' | 'place'>;
const place = { profile: 'work', region: 'eu-west-1' };
const nothing: Known['lists'] = { instances: idle, associations: idle, roles: idle, profiles: idle };
const ready = <T>(...items: T[]) => ({ status: 'ready' as const, items });

describe('what completion is told of the account', () => {
  it('names and ids, and where they are', () => {
    const web = { ...instance('i-1', 'web'), imageId: 'ami-1', tags: { Name: 'web', team: 'blue' } };
    const values = accountValues({
      place,
      lists: { ...nothing, instances: ready(web), roles: ready(role('app')), profiles: ready(profile('p')) },
    });
    assert.deepEqual(values, {
      account: '123456789012',
      partition: 'aws',
      region: 'eu-west-1',
      roles: [{ name: 'app', arn: 'arn:aws:iam::123456789012:role/app' }],
      instanceProfiles: [{ name: 'p', arn: 'arn:aws:iam::123456789012:instance-profile/p' }],
      instances: [{ id: 'i-1', name: 'web', imageId: 'ami-1', tags: { Name: 'web', team: 'blue' } }],
    });
  });

  it('nothing yet while a list is arriving', () => {
    const roles = { status: 'loading' as const, items: [role('app')] };
    assert.equal(accountValues({ place, lists: { ...nothing, roles } }), undefined);
  });

  it('what there is where a list could not be read', () => {
    const values = accountValues({ place, lists: { ...nothing, instances: ready(instance('i-1')) } });
    assert.deepEqual(values?.instances, [{ id: 'i-1', tags: {} }]);
    assert.equal(values?.account, '123456789012');
  });

  it('that it is forgotten when the place changes', () => {
    assert.equal(accountValues({ place: undefined, lists: nothing }), null);
  });
});
