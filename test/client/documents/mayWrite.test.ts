import assert from 'node:assert/strict';
import type { Connection } from '../../../client/src/aws/api';
import { mayWrite } from '../../../client/src/documents/mayWrite';
import type { LivePolicy } from '../../../client/src/documents/livePolicy';
import { role } from '../support/fakeConnection';

const account = '123456789012';
const user = `arn:aws:iam::${account}:user/me`;

/** A connection of some caller whom AWS's simulator answers in some way; notes what the simulator was asked. */
const caller = (arn: string, simulator: () => Promise<boolean>, path = '/') => {
  const asked: string[] = [];
  const connection = {
    sts: { identity: () => Promise.resolve({ account, arn }) },
    iam: { role: (name: string) => Promise.resolve(role(name, undefined, path)) },
    policies: {
      mayDo: (who: string, action: string, resource: string) => {
        asked.push(`${who} ${action} ${resource}`);
        return simulator();
      },
    },
  } as unknown as Connection;
  return { connection, asked };
};
const yes = () => Promise.resolve(true);
const no = () => Promise.resolve(false);
const trust: LivePolicy = { kind: 'trust', account, roleName: 'R' };

describe('whether a policy may be written', () => {
  it('asks AWS about the caller', async () => {
    const { connection, asked } = caller(user, no);
    assert.equal(await mayWrite(connection, trust), false);
    assert.deepEqual(asked, [`${user} iam:UpdateAssumeRolePolicy arn:aws:iam::${account}:role/R`]);
    assert.equal(await mayWrite(caller(user, yes).connection, trust), true);
  });

  it('asks about the role as AWS names it, with its path', async () => {
    const { connection, asked } = caller(user, yes, '/team/');
    await mayWrite(connection, trust);
    assert.match(asked[0] ?? '', /:role\/team\/R$/);
  });

  it('asks about the role behind a session, by its whole ARN', async () => {
    const { connection, asked } = caller(`arn:aws:sts::${account}:assumed-role/Admin/me`, yes, '/team/');
    const arn = `arn:aws:iam::${account}:policy/P`;
    assert.equal(await mayWrite(connection, { kind: 'managed', account, arn }), true);
    assert.deepEqual(asked, [`arn:aws:iam::${account}:role/team/Admin iam:CreatePolicyVersion ${arn}`]);
  });

  it('is no for what nobody may write, without asking', async () => {
    const { connection, asked } = caller(user, yes, '/aws-service-role/x.amazonaws.com/');
    assert.equal(await mayWrite(connection, trust), false);
    const arn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    assert.equal(await mayWrite(connection, { kind: 'boundary', account, arn }), false);
    assert.deepEqual(asked, []);
  });

  it('is yes where AWS does not tell, so that the attempt says what is missing', async () => {
    const { connection } = caller(user, () => Promise.reject(new Error('denied')));
    assert.equal(await mayWrite(connection, trust), true);
  });
});
