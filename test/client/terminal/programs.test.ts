import assert from 'node:assert/strict';
import { assumeFrom } from '../../../client/src/sessions/assumption';
import { identityProblem } from '../../../client/src/sessions/identity';
import { RoleSession, type SessionEvent } from '../../../client/src/sessions/roleSession';
import { buildBundles } from '../../support/buildBundles';
import { dropBefore, on } from '../../support/faults/faults';
import { shortLived } from '../../support/faults/shortLived';
import { waitFor } from '../../support/waitFor';
import { type FaultyAccount, openFaultyAccount } from '../support/faults';
import { useOwnAwsFiles } from '../support/place';
import {
  awsCommand,
  output,
  type Program,
  RoleTerminalEnvironment,
  root,
  sdkScript,
  startProgram,
  type TerminalKind,
} from './support/roleTerminal';

const loop = (seconds: number): Program => [
  process.execPath,
  '--no-warnings',
  '-e',
  `const { STSClient, GetCallerIdentityCommand } = require('@aws-sdk/client-sts');
   const end = Date.now() + ${seconds * 1000};
   (async () => {
     let calls = 0;
     for (; Date.now() < end; calls++) {
       // A program that has just started and one that keeps its client: both must go on.
       for (const client of [new STSClient({ maxAttempts: 1 }), (globalThis.kept ??= new STSClient({ maxAttempts: 1 }))])
         await client.send(new GetCallerIdentityCommand({}));
     }
     console.log('calls without a failure:', calls);
   })();`,
];

describe('programs in a role’s terminal', function () {
  this.timeout(60_000);
  let faulty: FaultyAccount;
  let terminal: RoleTerminalEnvironment;
  let sessions: RoleSession[];
  before(async () => {
    faulty = await openFaultyAccount();
    buildBundles();
  });
  after(() => faulty.close());
  const write = useOwnAwsFiles();
  beforeEach(() => {
    terminal = new RoleTerminalEnvironment();
    sessions = [];
  });
  afterEach(() => {
    terminal.dispose();
    for (const session of sessions) session.dispose();
    faulty.proxy.reset();
  });

  const startSession = async () => {
    const { connection } = faulty.account;
    const roleArn = `arn:aws:iam::123456789012:role/${await faulty.account.role()}`;
    const request = { roleArn, sessionName: 'tester', durationSeconds: 900 };
    const assume = () => assumeFrom({ connection, session: undefined }, request);
    const session = await RoleSession.start(assume, assume);
    sessions.push(session);
    return { roleArn, session };
  };

  const openTerminal = async (kind: TerminalKind = {}) => {
    const { roleArn, session } = await startSession();
    const env = await terminal.open(faulty.account.connection, roleArn, session.credentials, kind);
    return { roleArn, session, env };
  };

  /** Asks a program who it is in a new role's terminal, and holds it to the role. */
  const isTheRole = async (kind: TerminalKind = {}, program = awsCommand): Promise<void> => {
    const { roleArn, session, env } = await openTerminal(kind);
    if (kind.delivery !== 'environment')
      assert.ok(
        !JSON.stringify(env).includes(session.credentials()!.secretAccessKey),
        'no key in the environment',
      );
    const arn = await output(program, env);
    assert.equal(identityProblem(roleArn, 'tester', { account: '', arn }), undefined);
  };

  const otherKeys = 'aws_access_key_id = AKIAOTHER\naws_secret_access_key = other\n';
  const otherFiles = { credentials: `[default]\n${otherKeys}`, config: '[default]\nregion = xx-nowhere-1\n' };
  const programs: [string, Program][] = [
    ['the AWS CLI', awsCommand],
    ['a script with the AWS SDK for JavaScript', sdkScript],
  ];
  for (const [name, program] of programs) {
    it(`are the role: ${name}`, () => isTheRole({}, program));

    it(`are the role although the shared files have default keys: ${name}`, () => {
      write(otherFiles);
      return isTheRole({}, program);
    });

    it(`are the role by a credential process: ${name}`, () => {
      write(otherFiles);
      return isTheRole({ delivery: 'process' }, program);
    });

    it(`are the role by keys in the environment: ${name}`, () => {
      write(otherFiles);
      return isTheRole({ delivery: 'environment' }, program);
    });

    it(`are the role although keys, a profile, a web identity and a container’s URI are inherited: ${name}`, () =>
      isTheRole(
        {
          inherited: {
            AWS_ACCESS_KEY_ID: 'AKIAOTHER',
            AWS_SECRET_ACCESS_KEY: 'other',
            AWS_SESSION_TOKEN: 'other',
            AWS_PROFILE: 'does-not-exist',
            AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/v2/credentials/other',
            AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: '/nonexistent',
            AWS_ROLE_ARN: 'arn:aws:iam::111111111111:role/Other',
            AWS_WEB_IDENTITY_TOKEN_FILE: '/nonexistent',
            AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:9',
            AWS_SOMETHING_NEW: 'x',
          },
        },
        program,
      ));
  }

  it('keep the person’s profiles where the person keeps their own files', async () => {
    write({ config: `[profile mine]\nregion = eu-west-1\n`, credentials: `[mine]\n${otherKeys}` });
    const { env } = await openTerminal({ ownFiles: true });
    assert.equal(await output(['aws', 'configure', 'get', 'region', '--profile', 'mine'], env), 'eu-west-1');
    assert.match(await output(awsCommand, env), /assumed-role/);
  });

  it('are each their own role in two terminals', async () => {
    const [one, two] = [await openTerminal(), await openTerminal()];
    const [first, second] = await Promise.all([output(awsCommand, one.env), output(awsCommand, two.env)]);
    assert.equal(identityProblem(one.roleArn, 'tester', { account: '', arn: first }), undefined);
    assert.equal(identityProblem(two.roleArn, 'tester', { account: '', arn: second }), undefined);
    assert.notEqual(first, second);
  });

  it('go on across the end of the credentials, one after the other and in one process', async () => {
    faulty.proxy.add(shortLived(2));
    const { env, session } = await openTerminal();
    const first = session.expiresAt;
    const printed = await Promise.all([output(loop(5), env), output(awsCommand, env)]);
    assert.match(printed[0], /calls without a failure: [1-9]/);
    assert.match(await output(awsCommand, env), /assumed-role/);
    assert.ok(Date.now() > first!.getTime(), 'the first credentials had ended meanwhile');
  });

  it('get the present credentials while STS takes its time to give new ones', async () => {
    faulty.proxy.add(shortLived(600));
    const { env, session } = await openTerminal();
    let answer = () => undefined as void;
    const gate = new Promise<void>((resolve) => (answer = resolve));
    faulty.proxy.add(on('sts:AssumeRole', (call, next) => gate.then(() => next(call))));
    let renewed = false;
    const renewal = session.renewWith().then(() => (renewed = true));
    assert.match(await output(awsCommand, env), /assumed-role/);
    assert.equal(renewed, false, 'STS had not answered yet');
    answer();
    await renewal;
  });

  it('work while STS is down, until the end; the person hears of it once', async () => {
    // Long enough for a program to start and ask on a machine that is busy.
    faulty.proxy.add(shortLived(10));
    const { env, session } = await openTerminal();
    const events: SessionEvent[] = [];
    session.onEvent((event) => events.push(event));
    faulty.proxy.add(on('sts:AssumeRole', dropBefore));
    assert.match(await output(sdkScript, env), /assumed-role/);
    await waitFor(() => session.state === 'ended', 30_000);
    await waitFor(() => events.some(({ kind }) => kind === 'ended'), 5_000);
    const told = events.map(({ kind }) => kind);
    assert.deepEqual([...new Set(told)], told, 'each thing is told once');
    await assert.rejects(output(sdkScript, env), 'no other identity steps in');
  });

  it('say so, and become nobody else, where the editor has gone', async () => {
    write({ credentials: `[default]\n${otherKeys}` });
    const { env } = await openTerminal({ delivery: 'process' });
    terminal.dispose();
    terminal = new RoleTerminalEnvironment();
    const child = startProgram([process.execPath, `${root}/dist/credential-process.js`], env);
    let said = '';
    child.stderr?.on('data', (part: Buffer) => (said += part.toString()));
    await new Promise((resolve) => child.once('close', resolve));
    assert.match(said, /closed or reloaded/);
    assert.equal(child.exitCode, 1);
  });
});
