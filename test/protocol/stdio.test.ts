import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';

import { resolve } from 'node:path';
import {
  createProtocolConnection,
  ExitNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { buildBundles } from '../support/buildBundles';

const root = resolve(__dirname, '../..');

/** Starts the built server as another editor would and goes through a session's beginning and end. */
async function runSession(args: readonly string[]): Promise<number | null> {
  const child: ChildProcess = spawn(process.execPath, [...args], {
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout!),
    new StreamMessageWriter(child.stdin!),
  );
  connection.listen();
  const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
  });
  assert.ok(capabilities.completionProvider && capabilities.hoverProvider);
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  return new Promise((done) => child.once('exit', done));
}

describe('the built server as a program', () => {
  before(function () {
    this.timeout(60_000);
    buildBundles();
  });

  it('speaks over standard input and output', async () => {
    assert.equal(await runSession([resolve(root, 'dist/server.js'), '--stdio']), 0);
  });

  it('is started by the command line too', async () => {
    assert.equal(await runSession([resolve(root, 'dist/cli.js'), 'lsp', '--stdio']), 0);
  });
});
