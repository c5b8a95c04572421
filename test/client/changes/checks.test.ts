import assert from 'node:assert/strict';
import { explain } from '../../../client/src/aws/explain';
import {
  type CheckId,
  checkAttach,
  placeCheck,
  refuseWhereStopped,
} from '../../../client/src/changes/checks';
import type { AttachReadings } from '../../../client/src/changes/preflight';
import { association, instance, profile, role } from '../support/fakeConnection';

const R = role('R');
const web = instance('i-1', 'web');
const attempt = { action: 'iam:X', doing: 'look', profile: undefined, region: 'r', endpoint: undefined };
const failed = (name: string) => ({ failure: explain({ name, message: `${name} it is` }, attempt) });
const denied = failed('AccessDenied');
const policies = { managed: [], inline: [] };

const good: AttachReadings = {
  request: { instance: web, role: R, account: '123456789012' },
  region: 'eu-west-1',
  identity: { value: { account: '123456789012', arn: 'arn:aws:iam::123456789012:user/u' } },
  instance: { value: web },
  associations: { value: [association('i-1', 'Old')] },
  role: { value: R },
  holding: { value: [profile('P', R)] },
  named: { value: undefined },
  trust: { answer: 'yes', reason: '' },
  mayPass: { value: true },
  policies: { value: policies },
  present: { value: undefined },
  presentPolicies: { value: undefined },
};

describe('checks before a role is attached', () => {
  it('all pass where all is well', () => {
    const checks = checkAttach(good);
    assert.deepEqual(
      checks.filter(({ verdict }) => verdict !== 'pass'),
      [],
    );
    assert.deepEqual(
      checks.map(({ id }) => id),
      ['place', 'instance', 'associations', 'role', 'profile', 'trust', 'passRole'],
    );
  });

  /** What was read otherwise, the check it concerns, its verdict (`stop`: a failure that stops the change), its words. */
  const table: [Partial<AttachReadings>, CheckId, 'pass' | 'fail' | 'stop' | 'unknown', RegExp][] = [
    [
      { identity: { value: { account: '999999999999', arn: 'x' } } },
      'place',
      'stop',
      /account 999999999999 now/,
    ],
    [{ region: 'us-east-1' }, 'place', 'stop', /shows region eu-west-1, but .* in us-east-1/],
    [{ identity: denied }, 'place', 'unknown', /credentials are of the account.*not known/],
    [{ instance: { value: undefined } }, 'instance', 'stop', /web \(i-1\) no longer exists/],
    [{ instance: { value: instance('i-1', 'web', 'stopped') } }, 'instance', 'pass', /is stopped/],
    [
      { instance: { value: instance('i-1', 'web', 'pending') } },
      'instance',
      'stop',
      /pending.*running or stopped/,
    ],
    [{ instance: denied }, 'instance', 'unknown', /running or stopped is not known/],
    [
      { associations: { value: [association('i-1', 'P', 'associating')] } },
      'associations',
      'unknown',
      /still changing/,
    ],
    [{ associations: denied }, 'associations', 'unknown', /not known/],
    [{ role: failed('NoSuchEntity') }, 'role', 'stop', /Role R no longer exists/],
    [{ role: denied }, 'role', 'unknown', /still exists is not known/],
    [{ holding: { value: [] } }, 'profile', 'pass', /in no instance profile yet/],
    [{ holding: { value: [profile('P', R, role('S'))] } }, 'profile', 'fail', /P holds 2 roles, not one/],
    [{ holding: denied }, 'profile', 'unknown', /hold role R is not known/],
    [{ holding: { value: [] }, named: denied }, 'profile', 'unknown', /profile R exists is not known/],
    [
      { trust: { answer: 'no', reason: '' } },
      'trust',
      'fail',
      /does not let EC2 assume it\. Programs .* get no credentials/,
    ],
    [
      { trust: { answer: 'depends', reason: 'a condition decides' } },
      'trust',
      'unknown',
      /not certain: a condition decides/,
    ],
    [
      { mayPass: { value: false } },
      'passRole',
      'fail',
      /do not allow iam:PassRole on role R, so AWS may refuse/,
    ],
    [{ mayPass: denied }, 'passRole', 'unknown', /may pass role R to EC2 is not known/],
  ];
  for (const [readings, id, verdict, says] of table) {
    it(`${id}: ${verdict}, ${says.source}`, () => {
      const checks = checkAttach({ ...good, ...readings });
      const check = checks.find((each) => each.id === id)!;
      assert.equal(check.stops === true ? 'stop' : check.verdict, verdict);
      assert.match(check.says, says);
      const others = checks.filter((each) => each.id !== id && each.verdict === 'fail');
      assert.deepEqual(others, [], 'one cause fails one check');
    });
  }

  it('stop any change of an instance where the credentials are of another account', () => {
    const { region } = good;
    const place = (account: string) => {
      const identity = { value: { account, arn: 'x' } };
      return placeCheck({ request: { instance: web, account: '123456789012' }, region, identity });
    };
    refuseWhereStopped([place('123456789012')]);
    assert.throws(
      () => {
        refuseWhereStopped([place('999999999999')]);
      },
      { name: 'ChangeError', message: /credentials are of account 999999999999 now\. Nothing was changed\./ },
    );
  });
});
