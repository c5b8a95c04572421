import assert from 'node:assert/strict';
import { explain } from '../../../client/src/aws/explain';
import { Account } from '../../../client/src/state/account';
import { rootRows } from '../../../client/src/views/nodes/root';
import type { Row } from '../../../client/src/views/row';
import { trusting } from '../support/account';
import {
  association,
  failing,
  FakeConnection,
  type FakeLists,
  instance,
  pages,
  profile,
  role,
} from '../support/fakeConnection';

const s3Trust = trusting({ Service: 's3.amazonaws.com' });
const failure = (code: string, message = '') =>
  explain(
    { code, message },
    { action: 'iam:ListRoles', doing: 'list the IAM roles', profile: 'p', region: 'r', endpoint: undefined },
  );

const load = async (lists: FakeLists): Promise<Account> => {
  const account = new Account(() => Promise.resolve(new FakeConnection(lists)));
  await account.load();
  return account;
};

/** A row in a line: icon where it warns, label, description. */
const line = ({ label, description, icon }: Row): string =>
  [icon.tone === 'warning' || icon.tone === 'error' ? '!' : '', label, description ? `(${description})` : '']
    .filter(Boolean)
    .join(' ');

/** The tree as indented lines, opened along labels down to a depth. */
const draw = async (rows: readonly Row[], depth: number, indent = ''): Promise<string[]> => {
  const lines: string[] = [];
  for (const row of rows) {
    lines.push(indent + line(row));
    if (depth > 0) lines.push(...(await draw((await row.children?.()) ?? [], depth - 1, `${indent}  `)));
  }
  return lines;
};

const child = async (rows: readonly Row[], ...labels: string[]): Promise<readonly Row[]> => {
  let children = rows;
  for (const label of labels) {
    const row = children.find((each) => each.label === label);
    assert.ok(row, `no row ${label} among ${children.map((each) => each.label).join(', ')}`);
    children = (await row.children?.()) ?? [];
  }
  return children;
};

describe('the account’s tree', () => {
  it('shows the three lists with counts, instances by name with state and role', async () => {
    const account = await load({
      instances: pages([instance('i-2', 'web-10'), instance('i-1', 'web-9', 'stopped'), instance('i-3')]),
      associations: pages([association('i-2', 'P')]),
      roles: pages([role('R')]),
      profiles: pages([profile('P', role('R'))]),
    });
    assert.deepEqual(await draw(rootRows(account).slice(0, 1), 1), [
      'Instances (3)',
      '  web-9 (stopped · no role · i-1)',
      '  web-10 (running · R · i-2)',
      '  i-3 (running · no role · i-3)',
    ]);
    assert.deepEqual(rootRows(account).map(line), ['Instances (3)', 'Roles (1)', 'Instance Profiles (1)']);
  });

  it('leads from an instance to its profile, role, trust and policies', async () => {
    const account = await load({
      instances: pages([instance('i-1', 'web')]),
      associations: pages([association('i-1', 'P')]),
      roles: pages([role('R')]),
      profiles: pages([profile('P', role('R'))]),
    });
    assert.deepEqual(await draw(await child(rootRows(account), 'Instances'), 9), [
      'web (running · R · i-1)',
      '  P (instance profile)',
      '    R (trusts EC2)',
      '      Trusted to assume it (1)',
      '        EC2 (ec2.amazonaws.com)',
      '      Policies',
      '        P (AWS managed)',
      '        I (inline)',
    ]);
  });

  it('leads from a role to its profiles and their instances, and from a profile to role and instances', async () => {
    const account = await load({
      instances: pages([instance('i-1', 'web')]),
      associations: pages([association('i-1', 'P')]),
      roles: pages([role('R')]),
      profiles: pages([profile('P', role('R'))]),
    });
    assert.deepEqual(await draw(await child(rootRows(account), 'Roles', 'R', 'Instance profiles'), 9), [
      'P (instance profile)',
      '  web (running · i-1)',
    ]);
    assert.deepEqual((await child(rootRows(account), 'Instance Profiles', 'P')).map(line), [
      'R (trusts EC2)',
      'web (running · i-1)',
    ]);
  });

  const problems: [string, FakeLists, string[]][] = [
    [
      'a role that EC2 may not assume',
      { associations: pages([association('i-1', 'P')]), profiles: pages([profile('P', role('R', s3Trust))]) },
      [
        '! web (running · R · i-1)',
        '  ! Role R gives no credentials: its trust policy does not let EC2 assume it',
        '  P (instance profile)',
      ],
    ],
    [
      'a profile without a role',
      { associations: pages([association('i-1', 'P')]), profiles: pages([profile('P')]) },
      ['! web (running · profile P · i-1)', '  ! P (instance profile)'],
    ],
    [
      'a profile that is gone',
      { associations: pages([association('i-1', 'P')]) },
      [
        '! web (running · profile P · i-1)',
        '  ! Instance profile P no longer exists, so there are no credentials',
        '  P (instance profile)',
      ],
    ],
    [
      'no profile',
      {},
      ['web (running · no role · i-1)', '  No instance profile (programs on it get no AWS credentials)'],
    ],
  ];
  for (const [what, lists, lines] of problems) {
    it(`explains ${what}`, async () => {
      const account = await load({ instances: pages([instance('i-1', 'web')]), ...lists });
      assert.deepEqual(await draw(await child(rootRows(account), 'Instances'), 1), lines);
    });
  }

  it('says nothing about what it could not read', async () => {
    const account = await load({
      instances: pages([instance('i-1', 'web'), instance('i-2', 'app')]),
      associations: pages([association('i-1', 'P'), association('i-2', 'Q')]),
      profiles: failing(failure('AccessDenied'), [profile('P', role('R', 'unreadable'))]),
    });
    assert.deepEqual((await child(rootRows(account), 'Instances')).map(line), [
      'app (running · profile Q · i-2)',
      'web (running · R · i-1)',
    ]);
  });

  it('marks an empty profile in the list of profiles', async () => {
    const account = await load({ profiles: pages([profile('P')]) });
    assert.deepEqual(await draw(await child(rootRows(account), 'Instance Profiles'), 1), [
      '! P (no role)',
      '  ! Instance profile P holds no role, so it gives no credentials',
      '  Used by no instance',
    ]);
  });

  it('puts service-linked roles last and apart', async () => {
    const linked = role('AWSServiceRoleForX', s3Trust, '/aws-service-role/x.amazonaws.com/');
    const account = await load({ roles: pages([linked, role('Zed')]) });
    assert.deepEqual((await child(rootRows(account), 'Roles')).map(line), [
      'Zed (trusts EC2)',
      'Service-linked roles (1)',
    ]);
    const [row] = await child(rootRows(account), 'Roles', 'Service-linked roles');
    assert.equal(row?.context, 'role.serviceLinked');
  });

  it('says what is empty', async () => {
    const account = await load({});
    assert.deepEqual(await draw(rootRows(account), 1), [
      'Instances (0)',
      '  No EC2 instances in this region',
      'Roles (0)',
      '  No IAM roles in this account',
      'Instance Profiles (0)',
      '  No instance profiles in this account',
    ]);
  });

  it('says that it is loading', async () => {
    const account = new Account(() => new Promise(() => undefined));
    void account.load();
    assert.deepEqual(await draw(rootRows(account), 1), [
      'Instances (loading…)',
      '  Loading…',
      'Roles (loading…)',
      '  Loading…',
      'Instance Profiles (loading…)',
      '  Loading…',
    ]);
  });

  it('shows a denied list where it belongs, with what helps', async () => {
    const account = await load({ roles: failing(failure('AccessDenied', 'no policy allows it')) });
    const rows = await draw(rootRows(account).slice(1, 2), 1);
    assert.deepEqual(rows, [
      '! Roles (not loaded)',
      '  ! Not allowed: iam:ListRoles (profile "p" is not allowed iam:ListRoles (no policy allows it))',
      '  Choose another profile…',
      '  Try again',
    ]);
  });

  const blocks: [string, string[]][] = [
    [
      'CredentialsProviderError',
      [
        '! No AWS credentials (no AWS credentials were found for profile "p")',
        'Choose another profile…',
        'Try again',
      ],
    ],
    [
      'ExpiredToken',
      ['! The credentials have expired (the temporary credentials of profile "p" have expired)', 'Try again'],
    ],
    [
      'ECONNREFUSED',
      [
        '! Cannot reach AWS in r (AWS in r cannot be reached (ECONNREFUSED))',
        'Try again',
        'Choose another profile…',
      ],
    ],
    [
      'NoRegion',
      ['! No region (neither profile "p" nor the environment names a region)', 'Choose a region…'],
    ],
    [
      'MfaRequired',
      ['! MFA code needed (profile "p" needs a code from its MFA device)', 'Enter the MFA code…'],
    ],
  ];
  for (const [code, lines] of blocks) {
    it(`says in one line, with what helps, that nothing works: ${code}`, async () => {
      const account = await load({ roles: failing(failure(code)), instances: failing(failure(code)) });
      assert.deepEqual(await draw(rootRows(account), 0), lines);
      assert.ok(
        rootRows(account)
          .slice(1)
          .every(({ command }) => command?.startsWith('trustwright.')),
      );
    });
  }

  it('shows hostile names as they are, without what reorders or controls text', async () => {
    const name = 'a\u202eb\u001b[31m\n**x** ${env:HOME} $(bug) [l](command:x)' + 'y'.repeat(500);
    const account = await load({ instances: pages([instance('i-1', name)]) });
    const [row] = await child(rootRows(account), 'Instances');
    assert.match(row?.label ?? '', /^a b \[31m \*\*x\*\* \$\{env:HOME\} \$\(bug\)/);
    assert.ok((row?.label.length ?? 0) <= 200);
  });

  it('has ids that are unique and stay the same', async () => {
    const lists = () => ({
      instances: pages([instance('i-1', 'a'), instance('i-2', 'a')]),
      associations: pages([association('i-1', 'P'), association('i-2', 'P')]),
      roles: pages([role('R'), role('S', s3Trust)]),
      profiles: pages([profile('P', role('R')), profile('Q', role('S', s3Trust)), profile('E')]),
    });
    const ids = async (rows: readonly Row[]): Promise<string[]> =>
      (
        await Promise.all(rows.map(async (row) => [row.id, ...(await ids((await row.children?.()) ?? []))]))
      ).flat();
    const first = await ids(rootRows(await load(lists())));
    assert.equal(new Set(first).size, first.length);
    assert.deepEqual(await ids(rootRows(await load(lists()))), first);
  });
});
