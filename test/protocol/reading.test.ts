import assert from 'node:assert/strict';
import {
  CodeAction,
  CodeActionRequest,
  type ClientCapabilities,
  CodeLensRequest,
  DocumentFormattingRequest,
  DocumentLinkRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RegistrationRequest,
  type RegistrationParams,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node';
import { TestClient } from '../support/testClient';
import { waitFor } from '../support/waitFor';

const uri = 'file:///project/a.iampolicy';
const textDocument = { uri };
const text = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Send",
      "Effect": "Allow",
      "Action": ["sqs:Send*"],
      "Resource": "*"
    }
  ]
}
`;
const sid = { line: 4, character: 15 };
const options = { tabSize: 2, insertSpaces: true };
const whole = { start: { line: 0, character: 0 }, end: { line: 11, character: 0 } };
const dynamic: ClientCapabilities = { textDocument: { formatting: { dynamicRegistration: true } } };

describe('language server, for people who read and tidy', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  async function start(languageId = 'iam-policy', initial?: unknown): Promise<void> {
    client = await TestClient.start({}, initial);
    await client.open(uri, text, languageId);
  }
  const ask: TestClient['connection']['sendRequest'] = (...args: unknown[]) =>
    (client.connection.sendRequest as (...all: unknown[]) => Promise<never>)(...args);

  it('outlines a policy', async () => {
    await start();
    const symbols = await ask(DocumentSymbolRequest.type, { textDocument });
    assert.deepEqual(
      symbols?.map(({ name }) => name),
      ['Version', 'Send'],
    );
  });

  it('folds what has lines to hide, and leaves the closing bracket in view', async () => {
    await start();
    const folds = await ask(FoldingRangeRequest.type, { textDocument });
    assert.deepEqual(
      folds?.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 9],
        [2, 8],
        [3, 7],
      ],
    );
  });

  it('widens a selection step by step, for each of several cursors', async () => {
    await start();
    const positions = [sid, { line: 11, character: 0 }];
    const [first, second] = (await ask(SelectionRangeRequest.type, { textDocument, positions })) ?? [];
    assert.deepEqual(first?.range, { start: { line: 4, character: 14 }, end: { line: 4, character: 18 } });
    assert.deepEqual(first?.parent?.range.start, { line: 4, character: 13 });
    assert.deepEqual(second?.range, { start: positions[1], end: positions[1] });
  });

  it('links, hints and colours, where the settings want it', async () => {
    await start();
    const [link] = (await ask(DocumentLinkRequest.type, { textDocument })) ?? [];
    assert.match(link?.target ?? '', /^https:\/\/docs\.aws\.amazon\.com\//);
    const [hint] = (await ask(InlayHintRequest.type, { textDocument, range: whole })) ?? [];
    assert.equal(hint?.label, '1 action');
    assert.deepEqual(hint?.position, { line: 6, character: 28 });
    const tokens = await ask(SemanticTokensRequest.type, { textDocument });
    assert.deepEqual(tokens?.data, [6, 22, 5, 0, 2]);
    client.stop();
    await start('iam-policy', { links: false, inlayHints: false });
    assert.deepEqual(await ask(DocumentLinkRequest.type, { textDocument }), []);
    assert.deepEqual(await ask(InlayHintRequest.type, { textDocument, range: whole }), []);
  });

  it('says above the policy what it is and above a statement what it does, where the settings want it', async () => {
    await start();
    const titles = async () =>
      (await ask(CodeLensRequest.type, { textDocument }))?.map(({ command }) => command?.title);
    const kind = 'Permission policy: what a user, group or role may do (guessed)';
    const statement = 'Allows sending messages on any resource';
    assert.deepEqual(await titles(), [kind, statement]);
    client.stop();
    await start('iam-policy', { statementSummaries: false });
    assert.deepEqual(await titles(), [kind]);
    client.stop();
    await start('iam-policy', { codeLens: false });
    assert.deepEqual(await titles(), [statement]);
  });

  it('finds and renames a Sid, and says why a name will not do', async () => {
    await start();
    const place = { start: { line: 4, character: 14 }, end: { line: 4, character: 18 } };
    const context = { includeDeclaration: true };
    const found = await ask(ReferencesRequest.type, { textDocument, position: sid, context });
    assert.deepEqual(found, [{ uri, range: place }]);
    const prepared = await ask(PrepareRenameRequest.type, { textDocument, position: sid });
    assert.deepEqual(prepared, { range: place, placeholder: 'Send' });
    const edit = await ask(RenameRequest.type, { textDocument, position: sid, newName: 'Post' });
    assert.deepEqual(edit?.changes?.[uri], [{ range: place, newText: 'Post' }]);
    const bad = ask(RenameRequest.type, { textDocument, position: sid, newName: 'a b' });
    await assert.rejects(bad, /only letters and digits/);
    const elsewhere = { textDocument, position: { line: 5, character: 18 } };
    assert.equal(await ask(PrepareRenameRequest.type, elsewhere), null);
  });

  it('formats a document and a part of it', async () => {
    await start();
    const short = 'file:///project/b.iampolicy';
    await client.open(short, '{"Version":"2012-10-17","Statement":[]}', 'iam-policy');
    const edits = await ask(DocumentFormattingRequest.type, { textDocument: { uri: short }, options });
    assert.ok(edits && edits.length > 0);
    const part = { textDocument, options, range: whole };
    assert.deepEqual(
      (await ask(DocumentRangeFormattingRequest.type, part))?.map(({ range }) => range.start.line),
      [6, 6],
    );
  });

  it('formats the policy of a template, and nothing around it, when asked in any of the ways', async () => {
    client = await TestClient.start();
    const template = 'file:///project/main.tf';
    const before = 'locals {\n  a=1\n}\ndata "aws_iam_policy_document" "a" {\n    version="2012-10-17"\n}\n';
    await client.open(template, before, 'terraform');
    const place = { textDocument: { uri: template }, options };
    const wanted = [
      {
        range: { start: { line: 4, character: 0 }, end: { line: 4, character: 24 } },
        newText: '  version = "2012-10-17"',
      },
    ];
    const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 1 } });
    assert.deepEqual(await ask(DocumentFormattingRequest.type, place), wanted);
    assert.deepEqual(await ask(DocumentRangeFormattingRequest.type, { ...place, range: at(4) }), wanted);
    assert.deepEqual(await ask(DocumentRangeFormattingRequest.type, { ...place, range: at(1) }), []);
    const actions = async (kind: string, line: number) =>
      (
        (await ask(CodeActionRequest.type, {
          textDocument: { uri: template },
          range: at(line),
          context: { diagnostics: [], only: [kind] },
        })) ?? []
      ).filter((action): action is CodeAction => CodeAction.is(action) && action.title.startsWith('Format'));
    for (const [kind, line] of [
      ['refactor.rewrite', 4],
      ['source.formatPolicies', 0],
    ] as const) {
      const [action] = await actions(kind, line);
      assert.deepEqual(action?.edit?.changes?.[template], wanted, kind);
    }
    assert.deepEqual(await actions('refactor.rewrite', 1), []);
  });

  it('does not format a file that is no policy', async () => {
    await start();
    const other = 'file:///project/package.json';
    await client.open(other, '{"name":"x"}');
    assert.deepEqual(
      await ask(DocumentFormattingRequest.type, { textDocument: { uri: other }, options }),
      [],
    );
  });

  it('leaves JSON to an editor that knows it, and offers the same for the policy language alone', async () => {
    client = await TestClient.start({}, { knowsJson: true });
    assert.ok(client.initialized.capabilities.documentFormattingProvider, 'it could not be told later');
    client.stop();
    const registrations: RegistrationParams['registrations'] = [];
    client = await TestClient.start(dynamic, { knowsJson: true }, (connection) =>
      connection.onRequest(
        RegistrationRequest.type,
        (params) => void registrations.push(...params.registrations),
      ),
    );
    const { capabilities } = client.initialized;
    assert.equal(capabilities.documentFormattingProvider, undefined);
    assert.equal(capabilities.documentSymbolProvider, undefined);
    assert.equal(capabilities.renameProvider !== undefined, true);
    await waitFor(() => registrations.length === 5);
    for (const { registerOptions } of registrations) {
      const { documentSelector } = registerOptions as { documentSelector: { language: string }[] };
      assert.ok(documentSelector.every(({ language }) => language.startsWith('iam-policy')));
    }
  });
});
