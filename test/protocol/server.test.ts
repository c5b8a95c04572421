import assert from 'node:assert/strict';
import {
  CodeAction,
  CodeActionKind,
  CodeActionRequest,
  CompletionRequest,
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  CancellationTokenSource,
  HoverRequest,
  LSPErrorCodes,
} from 'vscode-languageserver/node';
import { accountValuesChanged, type AccountValues } from '../../server/src/protocol/accountValues';
import { copyText } from '../../server/src/protocol/copyText';
import { TestClient } from '../support/testClient';
import { waitFor } from '../support/waitFor';

const uri = 'file:///project/trust-policy.json';
const pulls = { textDocument: { diagnostic: {} } };
const policy = (effect: string) => `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "${effect}",
      "Principal": { "Service": "ec2.amazonaws.com" },
      "Action": "sts:AssumeRole"
    }
  ]
}`;
const effectValue = { start: { line: 4, character: 17 }, end: { line: 4, character: 21 } };

describe('language server', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  it('offers pull diagnostics to a client that pulls and answers them after each edit', async () => {
    client = await TestClient.start(pulls);
    assert.ok(client.initialized.capabilities.diagnosticProvider);
    await client.open(uri, policy('Alow'));
    assert.deepEqual(await client.pullCodes(uri), ['INVALID_EFFECT']);
    await client.change(uri, 2, { range: effectValue, text: 'Allow' });
    assert.deepEqual(await client.pullCodes(uri), []);
    assert.deepEqual(client.published, []);
  });

  it('pushes diagnostics to a client that does not pull, and clears them on close', async () => {
    client = await TestClient.start();
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    await client.open(uri, policy('Alow'));
    await waitFor(() => client.published.length > 0);
    assert.deepEqual(
      client.published.map(({ diagnostics }) => diagnostics.map(({ code }) => code)),
      [['INVALID_EFFECT']],
    );
    await client.close(uri);
    await waitFor(() => client.published.length > 1);
    assert.deepEqual(client.published.at(-1)?.diagnostics, []);
  });

  it('gives each diagnostic a place, a source and the address of its page', async () => {
    client = await TestClient.start();
    await client.open(uri, policy('Alow'));
    await waitFor(() => client.published.length > 0);
    const [diagnostic] = client.published[0]!.diagnostics;
    assert.deepEqual(diagnostic?.range, {
      start: { line: 4, character: 16 },
      end: { line: 4, character: 22 },
    });
    assert.equal(diagnostic?.source, 'Trustwright');
    assert.match(diagnostic?.codeDescription?.href ?? '', /docs\/checks\/INVALID_EFFECT\.md$/);
  });

  it('marks what can go of a group and tells the rest as related', async () => {
    client = await TestClient.start();
    const text = policy('Allow').replace(/"Action": "[^"]*"/, '"Action": ["iam:Get*", "iam:GetUser"]');
    await client.open(uri, text);
    await waitFor(() => client.published.length > 0);
    const found = client.published[0]!.diagnostics.find(({ code }) => code === 'REDUNDANT_ACTION');
    const wordsAt = ({
      start,
      end,
    }: {
      start: { line: number; character: number };
      end: { character: number };
    }) => text.split('\n')[start.line]!.slice(start.character, end.character);
    assert.equal(wordsAt(found!.range), '"iam:GetUser"');
    assert.deepEqual(found?.tags, [1]);
    assert.deepEqual(
      found?.relatedInformation?.map(({ location }) => wordsAt(location.range)),
      ['"iam:Get*"'],
    );
  });

  it('says nothing about files that are no policies', async () => {
    client = await TestClient.start(pulls);
    for (const text of ['{ "name": "x" }', '{ "Statement": "SELECT 1" }', '', '[1, 2']) {
      const other = 'file:///project/package.json';
      await client.open(other, text);
      assert.deepEqual(await client.pullCodes(other), [], text);
      await client.close(other);
    }
  });

  it('takes severities and kinds from the settings', async () => {
    const options = { severity: { INVALID_EFFECT: 'off' }, files: { '*.txt.json': 'auto' } };
    client = await TestClient.start(pulls, options);
    await client.open(uri, policy('Alow'));
    assert.deepEqual(await client.pullCodes(uri), []);
    await client.open('file:///a/b.txt.json', '{}');
    assert.deepEqual(await client.pullCodes('file:///a/b.txt.json'), [
      'MISSING_STATEMENT',
      'MISSING_VERSION',
    ]);
  });

  it('takes the settings of each folder, and takes them anew when they change', async () => {
    const asked: (string | undefined)[] = [];
    let ofB: unknown = { severity: { INVALID_EFFECT: 'off' } };
    client = await TestClient.start(
      { ...pulls, workspace: { configuration: true } },
      undefined,
      (connection) =>
        connection.onRequest(ConfigurationRequest.type, ({ items }) =>
          items.map(({ scopeUri }) => {
            asked.push(scopeUri);
            return scopeUri?.startsWith('file:///b/') ? ofB : {};
          }),
        ),
    );
    const [a, b] = ['file:///a/trust-policy.json', 'file:///b/trust-policy.json'];
    for (const each of [a, b]) await client.open(each, policy('Alow'));
    for (const each of [a, b, a, b]) {
      assert.deepEqual(await client.pullCodes(each), each === a ? ['INVALID_EFFECT'] : []);
    }
    assert.deepEqual(asked, [a, b], 'each is asked for once');
    ofB = {};
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    assert.deepEqual(await client.pullCodes(b), ['INVALID_EFFECT']);
    await client.close(b);
    await client.open(b, policy('Alow'));
    await client.pullCodes(b);
    assert.deepEqual(asked, [a, b, b, b], 'what was closed is asked for again');
  });

  it('completes and explains', async () => {
    client = await TestClient.start();
    await client.open(uri, policy('Alow'));
    const items = await client.complete(uri, { line: 6, character: 22 });
    const item = items.find(({ label }) => label === 'sts:AssumeRole');
    assert.ok(item);
    assert.match(
      JSON.stringify((await client.resolve(item)).documentation),
      /temporary security credentials/,
    );
    const hover = await client.hover(uri, { line: 6, character: 22 });
    assert.match(JSON.stringify(hover?.contents), /sts:AssumeRole/);
    assert.deepEqual(hover?.range?.start, { line: 6, character: 16 });
  });

  it('repairs a finding that has an obvious repair', async () => {
    client = await TestClient.start();
    await client.open(uri, policy('Alow'));
    await waitFor(() => client.published.length > 0);
    const [diagnostic] = client.published[0]!.diagnostics;
    const [action] = await client.codeActions(uri, diagnostic!);
    assert.equal(action?.title, 'Change to Allow');
    const [edit] = action.edit?.changes?.[uri] ?? [];
    assert.deepEqual(edit, { range: { start: effectValue.start, end: effectValue.end }, newText: 'Allow' });
  });

  it('copies a policy in other forms where the client has a command for that', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const titles = async (options: object) => {
      client = await TestClient.start({}, options);
      await client.open(uri, policy('Allow'));
      const context = { diagnostics: [], only: [CodeActionKind.Refactor] };
      const found = await client.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range,
        context,
      });
      return (found ?? []).flatMap((action) =>
        CodeAction.is(action) && action.command?.command === copyText ? [action.title] : [],
      );
    };
    assert.deepEqual(await titles({}), []);
    client.stop();
    const [first] = await titles({ copiesText: true });
    assert.equal(first, 'Copy as CloudFormation YAML');
  });

  it('offers what the client told of the account, and says once what all items share', async () => {
    const itemDefaults = ['editRange', 'insertTextFormat', 'insertTextMode'];
    client = await TestClient.start({ textDocument: { completion: { completionList: { itemDefaults } } } });
    const text =
      '{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "" }, "Action": "sts:AssumeRole" }] }';
    const arn = 'arn:aws:iam::111122223333:role/web';
    await client.open(uri, text);
    await client.connection.sendNotification(accountValuesChanged, {
      account: '111122223333',
      roles: [{ name: 'web', arn }],
      instanceProfiles: [],
      instances: [],
    } satisfies AccountValues);
    const position = { line: 0, character: text.indexOf('"AWS": "') + 8 };
    const answer = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    });
    assert.ok(answer && !Array.isArray(answer));
    assert.deepEqual(answer.itemDefaults?.editRange, { start: position, end: position });
    const role = answer.items.find(({ label }) => label === arn);
    assert.match(role?.detail ?? '', /account 111122223333 \(live\)/);
    assert.equal(role?.textEdit, undefined);
    await client.connection.sendNotification(accountValuesChanged, null);
    const items = await client.complete(uri, position);
    assert.ok(!items.some(({ label }) => label === arn));
  });

  it('rewrites on request, and fixes all that is harmless when a file is saved', async () => {
    client = await TestClient.start();
    const text =
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:Put*", "s3:Get*", "s3:GetObject"], "Resource": "*" }] }';
    await client.open(uri, text);
    const start = { line: 0, character: text.indexOf('s3:Put') };
    const ask = (only: string[]) =>
      client.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range: { start, end: start },
        context: { diagnostics: [], only },
      });
    const rewrites = await ask(['refactor']);
    assert.ok(rewrites?.some(({ title }) => title === 'Sort the actions, each once'));
    assert.deepEqual((await ask(['quickfix'])) ?? [], []);
    const [all] = (await ask(['source.fixAll'])) ?? [];
    assert.ok(all && 'edit' in all);
    const [edit] = all.edit?.changes?.[uri] ?? [];
    assert.equal(edit?.newText, '');
  });

  it('answers a cancelled request as cancelled', async () => {
    client = await TestClient.start();
    await client.open(uri, policy('Allow'));
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri }, position: { line: 6, character: 22 } };
    const answer = client.connection.sendRequest(HoverRequest.type, params, source.token);
    source.cancel();
    await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });
  });
});
