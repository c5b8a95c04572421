import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Rule } from '../support/faults/exchange';
import { denied, dropBefore, on } from '../support/faults/faults';
import { type FaultProxy, startFaultProxy } from '../support/faults/proxy';
import { textOf } from '../support/faults/replies';
import { shortLived } from '../support/faults/shortLived';
import { waitFor } from '../support/waitFor';
import { pictureOfFailure, setStage, type Stage } from './support/stage';

const whoAmI = 'aws sts get-caller-identity --query Arn --output text';
const role = 'ReadOnlyOperator';
const lifeSeconds = 10;

/** Calls AWS again and again until a call fails or somebody says stop, and writes down when each was over. */
const loop = `while [ ! -e stop ] && arn=$(${whoAmI} 2>>"$1.errors"); do echo "$(date +%s%3N) $arn" >>"$1"; done
date +%s%3N >"$1.end"
`;

describe('a role’s terminal when STS is slow, down or unwilling', () => {
  let stage: Stage;
  let proxy: FaultProxy | undefined;
  /** When the credentials that STS gave last end, in milliseconds since 1970. */
  let end = 0;
  before(async () => {
    stage = await setStage({
      between: async (endpoint) => (proxy = await startFaultProxy(endpoint)).endpoint,
      files: { 'loop.sh': loop },
    });
    await stage.workbench.showAccount();
  });
  after(async () => {
    await stage.close();
    await proxy?.stop();
  });
  afterEach(function () {
    return pictureOfFailure(stage, this.currentTest);
  });

  const noteEnd: Rule = async (call, next) => {
    const reply = await next(call);
    const told = textOf(reply.body, 'Expiration');
    if (call.action === 'AssumeRole' && told !== undefined) end = Date.parse(told);
    return reply;
  };

  /** What a loop in the terminal got: the identity after each call, and when. */
  const callsOf = (name: string): { readonly at: number; readonly arn: string }[] => {
    const file = join(stage.workspace, name);
    if (!existsSync(file)) return [];
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    return lines.map((line) => ({ at: Number(line.split(' ')[0]), arn: line.split(' ')[1] ?? '' }));
  };

  /** When a loop was over; 0 where it is not. */
  const endOf = (name: string): number => {
    const file = join(stage.workspace, `${name}.end`);
    return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  };

  const choose = async (): Promise<void> => {
    const { workbench } = stage;
    await workbench.command('Trustwright: Assume Role in a Terminal');
    await workbench.answer(`arn:aws:iam::123456789012:role/${role}`);
    await workbench.row(`Open a terminal as role ${role}`).waitFor();
    await workbench.quickInput.press('Enter');
  };

  it('goes on calling AWS while its credentials end again and again', async () => {
    const { workbench, workspace } = stage;
    proxy?.add(shortLived(lifeSeconds));
    proxy?.add(noteEnd);
    await choose();
    await workbench.confirm('Assume Role');
    await workbench.terminalShows(/act as role ReadOnlyOperator[^]*workspace\$\s*$/);
    const firstEnd = end;
    await workbench.type('bash loop.sh calls');
    await waitFor(() => callsOf('calls').some(({ at }) => at > firstEnd), 40_000);
    writeFileSync(join(workspace, 'stop'), '');
    await waitFor(() => endOf('calls') > 0, 20_000);
    assert.equal(readFileSync(join(workspace, 'calls.errors'), 'utf8'), '');
    for (const { arn } of callsOf('calls')) assert.match(arn, /:assumed-role\/ReadOnlyOperator\//);
  });

  it('works until the end while STS is down, says so once, and comes back at the press of a button', async () => {
    const { workbench, workspace } = stage;
    await workbench.command('Notifications: Clear All Notifications');
    rmSync(join(workspace, 'stop'));
    let down = 0;
    await workbench.type('clear; bash loop.sh outage');
    proxy?.add(
      on('sts:AssumeRole', (call, next) => {
        down ||= Date.now();
        return dropBefore(call, next);
      }),
    );
    await workbench.notification('has ended: its terminals have no credentials').waitFor();
    const told = workbench.notification(/role ReadOnlyOperator could not be renewed; it works until \d/);
    assert.equal(await told.count(), 1);
    assert.match(await told.innerText(), /Could not assume role \S+: \S+ cannot be reached/);
    assert.equal(await workbench.notification(/./).count(), 2, 'one message of the outage, one of the end');
    await workbench.screenshot('sts-down');
    await waitFor(() => endOf('outage') > 0, 20_000);
    assert.ok(endOf('outage') >= end, 'no call failed before the end');
    assert.ok(
      callsOf('outage').some(({ at }) => at > down),
      'calls went on after STS was down',
    );
    proxy?.reset();
    await workbench.notification('has ended').getByRole('button', { name: 'Renew Now' }).click();
    await workbench.statusBar(/ReadOnlyOperator @ 123456789012 · 59 min/).waitFor();
  });

  it('answers at once with the present credentials while STS takes five seconds or more', async () => {
    const { workbench } = stage;
    let terminalAnswered = () => undefined as void;
    const gate = new Promise<void>((resolve) => (terminalAnswered = resolve));
    let [asked, renewed] = [false, false];
    proxy?.add(
      on('sts:AssumeRole', async (call, next) => {
        asked = true;
        await Promise.all([gate, sleep(5_000)]);
        renewed = true;
        return next(call);
      }),
    );
    await workbench.command('Trustwright: Renew Role Session');
    await workbench.pick(role);
    await waitFor(() => asked, 20_000);
    await workbench.type(`clear; ${whoAmI}`);
    await workbench.terminalShows(/assumed-role\/ReadOnlyOperator\//);
    assert.equal(renewed, false, 'STS had not answered yet');
    terminalAnswered();
    await waitFor(() => renewed, 20_000);
    await workbench.notification('Renewing the session').waitFor({ state: 'hidden' });
  });

  it('is told loudly when a shell’s start-up file makes it somebody else', async () => {
    const { workbench, home } = stage;
    await workbench.command('Notifications: Clear All Notifications');
    await workbench.command('Trustwright: Check Identity in Terminal');
    await workbench.notification(/Programs in this terminal act as .*role\/ReadOnlyOperator\//).waitFor();
    appendFileSync(
      join(home, '.bashrc'),
      'export AWS_ACCESS_KEY_ID=AKIASOMEBODYELSE0000 AWS_SECRET_ACCESS_KEY=somebody-else\n',
    );
    await workbench.command('Trustwright: Open Another Terminal in Role Session');
    await workbench.pick(role);
    await workbench.terminalShows(/act as role ReadOnlyOperator[^]*workspace\$\s*$/);
    await workbench.command('Trustwright: Check Identity in Terminal');
    await workbench.dialog.waitFor();
    const said = await workbench.dialog.innerText();
    assert.match(said, /acts as arn:aws:\S+, not as role ReadOnlyOperator of account 123456789012/);
    assert.match(said, /keys exported by your shell’s start-up file/);
    await workbench.screenshot('identity-mismatch');
    await workbench.page.keyboard.press('Escape');
  });

  it('says which side most likely refused, with the statement', async () => {
    const { workbench } = stage;
    proxy?.reset();
    proxy?.add(on('sts:AssumeRole', denied));
    await choose();
    await workbench.dialog.waitFor();
    const said = await workbench.dialog.innerText();
    assert.match(said, /AWS does not let you assume role ReadOnlyOperator/);
    assert.match(said, /Most likely your own side refuses[^]*must include sts:AssumeRole on arn:aws:iam::/);
    assert.match(said, /The statement:[^]*"arn:aws:iam::123456789012:root"/);
    await workbench.screenshot('assume-denied');
    await workbench.confirm('Show Trust Policy');
    await workbench.text('arn:aws:iam::123456789012:root').waitFor();
  });
});
