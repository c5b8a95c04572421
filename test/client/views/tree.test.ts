import assert from 'node:assert/strict';
import { explain } from '../../../client/src/aws/explain';
import { Account } from '../../../client/src/state/account';
import { TreeOptions } from '../../../client/src/state/treeOptions';
import { rootRows as rowsOf } from '../../../client/src/views/nodes/root';
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
import { hostile } from '../support/hostile';
import { remembering } from '../support/remembering';
import { evaluateTrust } from '../support/evaluateTrust';

const s3Trust = trusting({ Service: 's3.amazonaws.com' });
const failure = (code: string, message = '') =>
  explain(
    { code, message },
    { action: 'iam:ListRoles', doing: 'list the IAM roles', profile: 'p', region: 'r', endpoint: undefined },
  );

const rootRows = (account: Account, options = new TreeOptions(remembering())) => rowsOf({ account, options });

const load = async (lists: FakeLists): Promise<Account> => {
  const account = new Account(() => Promise.resolve(new FakeConnection(lists)), { evaluateTrust });
  await account.load();
  return account;
};

/** A row in a line: icon where it warns, label, description. */
const line = ({ label, description, icon }: Row): string =>
  [icon.tone === 'warning' || icon.tone === 'error' ? '!' : '', label, description ? `(${description})` : '']
    .filter(Boolean)
    .join(' ');

/** The tree as indented lines, opened along labels down to a depth. */
const draw = async (
  rows: readonly Row[],
  depth: number,
  indent = '',
  without: readonly string[] = [],
): Promise<string[]> => {
  const lines: string[] = [];
  for (const row of rows.filter(({ label }) => !without.includes(label))) {
    lines.push(indent + line(row));
    if (depth > 0)
      lines.push(...(await draw((await row.children?.()) ?? [], depth - 1, `${indent}  `, without)));
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
      '  Association (associated · assoc-i-1)',
      '    P (instance profile)',
      '      R (trusts EC2)',
      '        Trusted to assume it (1)',
      '          EC2 (ec2.amazonaws.com)',
      '        Policies',
      '          P (AWS managed)',
      '          I (inline)',
      '          Never used, or not in the last 400 days',
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
      {
        associations: pages([association('i-1', 'P')]),
        profiles: pages([profile('P', role('R', s3Trust))]),
        roles: pages([role('R', s3Trust)]),
      },
      [
        '! web (running · R · i-1)',
        '  ! Role R gives no credentials: its trust policy does not let EC2 assume it (→ Let EC2 assume the role…)',
        '  Association (associated · assoc-i-1)',
        '    P (instance profile)',
      ],
    ],
    [
      'a role that is gone',
      { associations: pages([association('i-1', 'P')]), profiles: pages([profile('P', role('R'))]) },
      [
        '! web (running · R · i-1)',
        '  ! Role R in instance profile P no longer exists, so there are no credentials (→ Attach a role…)',
        '  Association (associated · assoc-i-1)',
        '    P (instance profile)',
      ],
    ],
    [
      'an association that is not settled',
      {
        associations: pages([association('i-1', 'P', 'associating')]),
        profiles: pages([profile('P', role('R'))]),
        roles: pages([role('R')]),
      },
      [
        '! web (running · associating R · i-1)',
        '  ! AWS is still attaching instance profile P, so credentials may be missing for a moment (→ Look again)',
        '  ! Association (associating · assoc-i-1)',
        '    P (instance profile)',
      ],
    ],
    [
      'a profile without a role',
      { associations: pages([association('i-1', 'P')]), profiles: pages([profile('P')]) },
      [
        '! web (running · profile P · i-1)',
        '  Association (associated · assoc-i-1)',
        '    ! P (instance profile)',
      ],
    ],
    [
      'a profile that is gone',
      { associations: pages([association('i-1', 'P')]) },
      [
        '! web (running · profile P · i-1)',
        '  ! Instance profile P no longer exists, so there are no credentials (→ Attach a role…)',
        '  Association (associated · assoc-i-1)',
        '    P (instance profile)',
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
      assert.deepEqual(await draw(await child(rootRows(account), 'Instances'), 2, '', ['R']), lines);
    });
  }

  it('says nothing about what it could not read', async () => {
    const account = await load({
      instances: pages([instance('i-1', 'web'), instance('i-2', 'app')]),
      associations: pages([association('i-1', 'P'), association('i-2', 'Q')]),
      profiles: failing(failure('AccessDenied'), [profile('P', role('R', 'unreadable'))]),
      roles: failing(failure('AccessDenied')),
    });
    assert.deepEqual((await child(rootRows(account), 'Instances')).map(line), [
      'app (running · profile Q · i-2)',
      'web (running · R · i-1)',
    ]);
  });

  it('marks an empty profile in the list of profiles', async () => {
    const account = await load({ profiles: pages([profile('P')]) });
    assert.deepEqual(await draw(await child(rootRows(account), 'Instance Profiles'), 1), [
      '! P (no role · unused)',
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

  const tagged = (id: string, name: string, tags: Record<string, string>, state?: string) => ({
    ...instance(id, name, state),
    tags,
  });
  const fleet = (): FakeLists => ({
    instances: pages([
      tagged('i-1', 'web', { env: 'prod' }),
      tagged('i-2', 'app', { env: 'test' }, 'stopped'),
      tagged('i-3', 'db', {}),
    ]),
    associations: pages([association('i-1', 'P')]),
    roles: pages([role('R'), role('Deployer', s3Trust, '/team/ci/')]),
    profiles: pages([profile('P', role('R')), profile('Empty')]),
  });

  for (const [grouping, lines] of [
    ['state', ['running (2)', '  db', '  web', 'stopped (1)', '  app']],
    ['role', ['no role (2)', '  app', '  db', 'R (1)', '  web']],
    ['tag:env', ['env = prod (1)', '  web', 'env = test (1)', '  app', 'no tag env (1)', '  db']],
  ] as const) {
    it(`groups instances by ${grouping}`, async () => {
      const options = new TreeOptions(remembering());
      await options.groupBy(grouping);
      const account = await load(fleet());
      const drawn = await draw(await child(rootRows(account, options), 'Instances'), 1);
      assert.deepEqual(
        drawn.map((each) => each.replace(/ \((running|stopped) · .*/, '')),
        lines,
      );
    });
  }

  for (const [text, counts, found] of [
    ['web', ['Instances (1 of 3)', 'Roles (0 of 2)', 'Instance Profiles (0 of 2)'], ['web']],
    ['state:stop', ['Instances (1 of 3)', 'Roles (0 of 2)', 'Instance Profiles (0 of 2)'], ['app']],
    ['tag:env=prod', ['Instances (1 of 3)', 'Roles (0 of 2)', 'Instance Profiles (0 of 2)'], ['web']],
    ['role:none', ['Instances (2 of 3)', 'Roles (0 of 2)', 'Instance Profiles (1 of 2)'], ['app', 'db']],
    ['path:/team', ['Instances (0 of 3)', 'Roles (1 of 2)', 'Instance Profiles (0 of 2)'], []],
    ['r', ['Instances (1 of 3)', 'Roles (2 of 2)', 'Instance Profiles (1 of 2)'], ['web']],
  ] as const) {
    it(`searches for ${text}`, async () => {
      const options = new TreeOptions(remembering());
      options.filterText = text;
      const account = await load(fleet());
      const rows = rootRows(account, options);
      assert.deepEqual(rows.map(line), counts);
      const labels = (await child(rows, 'Instances')).map(({ label }) => label);
      assert.deepEqual(
        labels.filter((label) => !label.startsWith('Nothing')),
        found,
      );
    });
  }

  it('puts favourites on top, and marks them where they are', async () => {
    const options = new TreeOptions(remembering());
    await options.toggleFavourite('i-2');
    const account = await load(fleet());
    const [favourites, instances] = rootRows(account, options);
    assert.deepEqual(await draw([favourites!], 1), ['Favourites (1)', '  app (★ · stopped · no role · i-2)']);
    const [app] = (await instances?.children?.()) ?? [];
    assert.equal(app?.context, 'instance.favourite');
    await options.toggleFavourite('i-2');
    assert.equal(rootRows(account, options)[0]?.label, 'Instances');
  });

  it('puts roles with a path into folders, and says how many instances run as a role', async () => {
    const account = await load(fleet());
    assert.deepEqual(await draw(await child(rootRows(account), 'Roles'), 0), [
      'R (trusts EC2 · on 1 instance)',
      '/team/ci/ (1)',
    ]);
  });

  it('shows several regions, each with what keeps it from loading', async () => {
    const connection = new FakeConnection({ instances: pages([instance('i-1', 'web')]) });
    const other = new FakeConnection(
      { instances: failing(failure('OptInRequired')) },
      { profile: 'fake', region: 'me-south-1' },
    );
    connection.in = (region) => (region === 'me-south-1' ? other : connection);
    const account = new Account(() => Promise.resolve(connection), { moreRegions: () => ['me-south-1'] });
    await account.load();
    const rows = await child(rootRows(account), 'Instances');
    assert.deepEqual(await draw(rows, 1), [
      'eu-west-1 (1)',
      '  web (running · no role · i-1)',
      '! me-south-1 (not loaded)',
      '  ! Region r cannot be used (region r does not exist or is not enabled for the account)',
      '  Choose a region…',
    ]);
  });

  for (const text of hostile) {
    it(`is inert whatever the account contains: ${JSON.stringify(text.slice(0, 30))}`, async () => {
      const bad = { ...role('R'), name: text, description: text, path: '/x/' };
      const account = await load({
        instances: pages([{ ...tagged('i-1', text, { [text]: text }), privateIp: text }]),
        associations: pages([association('i-1', 'P')]),
        roles: pages([
          bad,
          { ...role('S'), path: `/${text}/`, trust: trusting({ AWS: text, Federated: text }) },
        ]),
        profiles: pages([{ ...profile('P', bad), name: text }]),
      });
      const options = new TreeOptions(remembering());
      await options.groupBy(`tag:${text}`);
      const all = async (rows: readonly Row[]): Promise<Row[]> =>
        (
          await Promise.all(rows.map(async (row) => [row, ...(await all((await row.children?.()) ?? []))]))
        ).flat();
      for (const { label, description = '' } of await all(rootRows(account, options)))
        for (const shown of [label, description]) {
          assert.doesNotMatch(shown, /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u);
          assert.ok(shown.length <= 700, `${shown.length} characters`);
        }
    });
  }

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
