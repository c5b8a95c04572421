import assert from 'node:assert/strict';
import { setImmediate as settle } from 'node:timers/promises';
import { explain } from '../../../client/src/aws/explain';
import type { Role } from '../../../client/src/aws/model';
import { Account } from '../../../client/src/state/account';
import {
  association,
  failing,
  FakeConnection,
  instance,
  pages,
  profile,
  role,
} from '../support/fakeConnection';

const failure = (code: string) =>
  explain(
    { code },
    { action: 'iam:ListRoles', doing: 'list', profile: 'p', region: 'r', endpoint: undefined },
  );

/** A paged list whose next page comes when told to. */
const gated = <T>() => {
  const waiting: ((page: T[] | undefined) => void)[] = [];
  const list = async function* (): AsyncIterable<T[]> {
    for (;;) {
      const page = await new Promise<T[] | undefined>((resolve) => waiting.push(resolve));
      if (page === undefined) return;
      yield page;
    }
  };
  return {
    list: list(),
    give: async (page: T[] | undefined) => {
      waiting.shift()?.(page);
      await settle();
    },
  };
};

describe('the state of an account', () => {
  it('lists everything with one call a list and none an item', async () => {
    const many = Array.from({ length: 500 }, (_, i) => i);
    const connection = new FakeConnection({
      instances: pages(many.map((i) => instance(`i-${i}`))),
      associations: pages(many.map((i) => association(`i-${i}`, `P${i}`))),
      roles: pages(many.map((i) => role(`R${i}`))),
      profiles: pages(many.map((i) => profile(`P${i}`, role(`R${i}`)))),
    });
    const account = new Account(() => Promise.resolve(connection));
    await account.load();
    assert.equal(account.links.chainOf('i-7').role?.name, 'R7');
    assert.deepEqual(connection.calls.sort(), ['associations', 'instanceProfiles', 'instances', 'roles']);
    await account.load();
    assert.equal(connection.calls.length, 4, 'what is loaded is not loaded again');
  });

  it('shows the first page before the last arrives', async () => {
    const { list, give } = gated<Role>();
    const account = new Account(() => Promise.resolve(new FakeConnection({ roles: list })));
    const loading = account.load();
    await settle();
    await give([role('A')]);
    assert.equal(account.lists.roles.status, 'loading');
    assert.deepEqual(
      account.lists.roles.items.map(({ name }) => name),
      ['A'],
    );
    await give([role('B')]);
    await give(undefined);
    await loading;
    assert.equal(account.lists.roles.status, 'ready');
    assert.equal(account.lists.roles.items.length, 2);
  });

  it('drops what arrives late for a place that is no longer chosen', async () => {
    const { list, give } = gated<Role>();
    const first = new FakeConnection({ roles: list }, { profile: 'old', region: 'r' });
    const second = new FakeConnection({ roles: pages([role('New')]) }, { profile: 'new', region: 'r' });
    const connections = [first, second];
    const account = new Account(() => Promise.resolve(connections.shift()!));
    const old = account.load();
    await settle();
    account.reset();
    assert.deepEqual(account.lists.roles.items, []);
    await account.load();
    await give([role('Old')]);
    await give(undefined);
    await old;
    assert.deepEqual(
      account.lists.roles.items.map(({ name }) => name),
      ['New'],
    );
    assert.equal(account.place?.profile, 'new');
  });

  it('keeps the old items while a refresh runs, and the new ones after it', async () => {
    const { list, give } = gated<Role>();
    const connections = [
      new FakeConnection({ roles: pages([role('A')]) }),
      new FakeConnection({ roles: list }),
    ];
    const account = new Account(() => Promise.resolve(connections.shift()!));
    await account.load();
    const refreshing = account.refresh();
    await settle();
    assert.deepEqual(
      account.lists.roles.items.map(({ name }) => name),
      ['A'],
    );
    assert.equal(account.lists.roles.status, 'loading');
    await give([role('B')]);
    await give(undefined);
    await refreshing;
    assert.deepEqual(
      account.lists.roles.items.map(({ name }) => name),
      ['B'],
    );
  });

  it('fails one list where AWS denies one, and keeps the others', async () => {
    const connection = new FakeConnection({
      roles: failing(failure('AccessDenied')),
      instances: pages([instance('i-1')]),
    });
    const account = new Account(() => Promise.resolve(connection));
    await account.load();
    assert.equal(account.lists.roles.status, 'failed');
    assert.equal(account.lists.instances.status, 'ready');
    assert.equal(account.blockedBy, undefined);
  });

  it('is blocked as a whole where nothing can work', async () => {
    const account = new Account(() =>
      Promise.resolve(new FakeConnection({ roles: failing(failure('ECONNREFUSED')) })),
    );
    await account.load();
    assert.equal(account.blockedBy?.kind, 'unreachable');
  });

  it('does not ask in a loop for a connection that cannot be opened, until refreshed', async () => {
    let tries = 0;
    const account = new Account(() => {
      tries++;
      return tries < 2 ? Promise.reject(failure('MissingProfile')) : Promise.resolve(new FakeConnection({}));
    });
    account.onDidChange(() => void account.load());
    await account.load();
    await settle();
    assert.equal(account.blockedBy?.kind, 'missingProfile');
    assert.equal(tries, 1);
    await account.refresh();
    assert.equal(account.blockedBy, undefined);
    assert.equal(account.lists.roles.status, 'ready');
  });

  it('reads what a role holds once, when asked', async () => {
    const connection = new FakeConnection({});
    const account = new Account(() => Promise.resolve(connection));
    await Promise.all([account.roleContents('R'), account.roleContents('R')]);
    await account.roleContents('R');
    assert.deepEqual(connection.calls, ['role', 'policiesOf']);
  });

  it('trusts the association that stays while a profile is replaced', async () => {
    const account = new Account(() =>
      Promise.resolve(
        new FakeConnection({
          associations: pages([
            { ...association('i-1', 'Old', 'disassociating'), id: 'a' },
            { ...association('i-1', 'New', 'associated'), id: 'b' },
            { ...association('i-1', 'Older', 'disassociated'), id: 'c' },
          ]),
        }),
      ),
    );
    await account.load();
    assert.equal(account.links.chainOf('i-1').profileName, 'New');
  });

  it('loads a region that is shown later, and keeps what is shown already', async () => {
    const connection = new FakeConnection({ instances: pages([instance('i-1')]) });
    const other = new FakeConnection({ instances: pages([{ ...instance('i-2'), region: 'r2' }]) });
    connection.in = (region) => (region === 'r2' ? other : connection);
    const more: string[] = [];
    const account = new Account(() => Promise.resolve(connection), { moreRegions: () => more });
    await account.load();
    more.push('r2');
    await account.regionsChanged();
    assert.deepEqual(
      account.lists.instances.items.map(({ id }) => id),
      ['i-1', 'i-2'],
    );
    assert.deepEqual(connection.calls.sort(), ['associations', 'instanceProfiles', 'instances', 'roles']);
  });
});
