import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { deliveries, isDelivery } from '../../../client/src/terminal/delivery';
import { exportsFor } from '../../../client/src/terminal/exports';
import { writeCredentialProcess } from '../../../client/src/terminal/files';
import { settingsPlatform, shellChoice } from '../../../client/src/terminal/shell';
import { TerminalRecords, type TerminalRecord } from '../../../client/src/terminal/terminalRecords';

describe('exports for another shell', () => {
  const nasty = `a'b"c$(id)\`id\`\${HOME}\\`;
  it('give the values as they are, whatever is in them', () => {
    const script = `AWS_PROFILE=x\n${exportsFor({ AWS_SESSION_TOKEN: nasty }, 'posix')}printf '%s|%s' "$AWS_SESSION_TOKEN" "$AWS_PROFILE"`;
    assert.equal(execFileSync('sh', ['-c', script]).toString(), `${nasty}|`);
  });
  it('quote for PowerShell, and begin with a space', () => {
    assert.match(exportsFor({ A: nasty }, 'powershell'), /^ Remove-Item/);
    assert.match(exportsFor({ A: "it's" }, 'powershell'), /^ \$env:A = 'it''s'$/m);
    for (const line of exportsFor({ A: 'x' }, 'posix').trimEnd().split('\n')) assert.equal(line[0], ' ');
  });
});

describe('ways to deliver credentials', () => {
  it('say each what they break', () => {
    for (const { gives, breaks } of Object.values(deliveries)) assert.ok(gives && breaks);
    assert.equal(isDelivery('endpoint'), true);
    for (const text of ['', 'toString', undefined]) assert.equal(isDelivery(text), false);
  });
  it('refuse to name a program that shells would read otherwise', async () => {
    const parts = { folder: '/tmp/x', program: '/p/c.js', platform: 'linux' as const };
    for (const node of ['/a$(id)/node', '/a"b/node', '/a`id`/node', '/a;b/node'])
      await assert.rejects(writeCredentialProcess({ ...parts, node }), /read otherwise/);
  });
});

describe('settings that reach into a terminal', () => {
  it('are cleared, and a default profile with AWS variables is gone round', () => {
    const env = { AWS_ENDPOINT_URL_STS: 'http://evil', PATH: '/x' };
    const { names, withoutProfile } = shellChoice({ env, profile: undefined });
    assert.deepEqual([names, withoutProfile], [['AWS_ENDPOINT_URL_STS', 'PATH'], false]);
    const evil = { env: { aws_profile: 'evil' }, args: ['-l'] };
    assert.deepEqual(shellChoice({ env: {}, profile: evil }), {
      names: [],
      withoutProfile: true,
      args: ['-l'],
    });
    assert.equal(shellChoice({ env: {}, profile: { env: { LANG: 'C' } } }).withoutProfile, false);
    assert.deepEqual((['darwin', 'win32', 'linux'] as const).map(settingsPlatform), [
      'osx',
      'windows',
      'linux',
    ]);
  });
});

describe('records of terminals for the time after a reload', () => {
  const record = (pid: number, name = 'R @ 1'): TerminalRecord => ({
    roleArn: 'arn:aws:iam::123456789012:role/R',
    name,
    pid,
    trace: { port: 1, pathHash: 'p', tokenHash: 't' },
  });
  const memory = (records: TerminalRecord[] | undefined) => ({
    now: records,
    get<T>() {
      return this.now as T | undefined;
    },
    update(_: string, value: unknown) {
      this.now = value as TerminalRecord[];
      return Promise.resolve();
    },
  });

  it('know the same shell, marked or not, once', () => {
    const records = new TerminalRecords(memory([record(1), record(2)]));
    assert.deepEqual(records.claim({ name: '⚠ no session: R @ 1' }, 2), record(2));
    assert.equal(records.claim({ name: 'bash' }, 7), undefined);
    assert.deepEqual(records.claim({ name: 'R @ 1' }, 1), record(1));
    assert.equal(records.claim({ name: 'R @ 1' }, 1), undefined);
    assert.equal(records.awaitsTerminals, false);
  });

  it('do not open a door for a shell that was started anew', () => {
    const records = new TerminalRecords(memory([record(1)]));
    assert.deepEqual(records.claim({ name: 'R @ 1' }, 99), {
      roleArn: 'arn:aws:iam::123456789012:role/R',
      name: 'R @ 1',
      pid: 99,
    });
  });

  it('keep what an earlier window left until it is claimed or given up', async () => {
    const kept = memory([record(1)]);
    const records = new TerminalRecords(kept);
    const terminal = {};
    await records.keep(terminal, record(5));
    assert.equal(kept.now?.length, 2);
    await records.stopWaiting();
    assert.deepEqual(kept.now, [record(5)]);
    await records.drop(terminal);
    assert.deepEqual(kept.now, []);
  });
});
