import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ClientCapabilities,
  DidChangeWatchedFilesNotification,
  DiagnosticRefreshRequest,
  FileChangeType,
  type FileEvent,
  type RegistrationParams,
  RegistrationRequest,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { TestClient } from '../support/testClient';
import { waitFor } from '../support/waitFor';

const pulls = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
const role = (service: string) => `resource "aws_iam_role" "web" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "${service}.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
`;
const use = `resource "aws_lambda_function" "f" {
  role = aws_iam_role.web.arn
}
`;
const wrong = ['ROLE_NOT_TRUSTED_BY_SERVICE'];

describe('language server: files of a Terraform module', () => {
  let client: TestClient;
  let folder: string;
  let refreshes = 0;
  const registered: string[] = [];
  const uriOf = (name: string) => URI.file(join(folder, name)).toString();
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

  async function start(capabilities: ClientCapabilities): Promise<void> {
    client = await TestClient.start(capabilities, undefined, (connection) => {
      connection.onRequest(DiagnosticRefreshRequest.type, () => void refreshes++);
      connection.onRequest(RegistrationRequest.type, ({ registrations }: RegistrationParams) => {
        registered.push(...registrations.map(({ method }) => method));
      });
    });
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trustwright-module-'));
    refreshes = 0;
    registered.length = 0;
  });
  afterEach(() => {
    client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('reads the files beside an open one from disk, and points into them', async () => {
    write('role.tf', role('ec2'));
    await start(pulls);
    await client.open(uriOf('use.tf'), use, 'terraform');
    const [found] = await client.pull(uriOf('use.tf'));
    assert.equal(found?.code, wrong[0]);
    const [related] = found?.relatedInformation ?? [];
    assert.equal(related?.location.uri, uriOf('role.tf'));
    assert.equal(related.location.range.start.line, 3);
    write('role.tf', role('lambda'));
    assert.deepEqual(await client.pullCodes(uriOf('use.tf')), []);
  });

  it('repairs what both ends of are in the file', async () => {
    await start(pulls);
    await client.open(uriOf('main.tf'), `${role('ec2')}${use}`, 'terraform');
    const [found] = await client.pull(uriOf('main.tf'));
    const [action] = await client.codeActions(uriOf('main.tf'), found!);
    assert.equal(action?.title, 'Let lambda.amazonaws.com assume aws_iam_role.web');
    const [edit] = action.edit?.changes?.[uriOf('main.tf')] ?? [];
    assert.equal(edit?.newText, '["ec2.amazonaws.com", "lambda.amazonaws.com"]');
  });

  it('takes what is typed before what is saved, and asks the editor to look at the others again', async () => {
    write('role.tf', role('ec2'));
    await start(pulls);
    await client.open(uriOf('use.tf'), use, 'terraform');
    await client.open(uriOf('role.tf'), role('ec2'), 'terraform');
    assert.deepEqual(await client.pullCodes(uriOf('use.tf')), wrong);
    assert.deepEqual(await client.pullCodes(uriOf('role.tf')), []);
    await client.change(uriOf('role.tf'), 2, { text: role('lambda') });
    await client.pullCodes(uriOf('role.tf'));
    await waitFor(() => refreshes === 1);
    assert.deepEqual(await client.pullCodes(uriOf('use.tf')), []);
    await client.close(uriOf('role.tf'));
    await waitFor(() => refreshes === 2);
    assert.deepEqual(await client.pullCodes(uriOf('use.tf')), wrong);
  });

  it('pushes anew to an editor that does not ask', async () => {
    write('role.tf', role('ec2'));
    await start({ workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    await client.open(uriOf('use.tf'), use, 'terraform');
    const codes = () => client.published.filter(({ uri }) => uri === uriOf('use.tf')).at(-1)?.diagnostics;
    await waitFor(() => codes()?.length === 1);
    assert.deepEqual(registered, [DidChangeWatchedFilesNotification.method]);
    write('role.tf', role('lambda'));
    const changes: FileEvent[] = [{ uri: uriOf('role.tf'), type: FileChangeType.Changed }];
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    await waitFor(() => codes()?.length === 0);
  });
});
