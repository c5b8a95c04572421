import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CodeAction,
  commands,
  type CompletionList,
  type Diagnostic,
  extensions,
  type Hover,
  languages,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';

const folder = () => workspace.workspaceFolders![0]!.uri;

async function open(name: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(Uri.joinPath(folder(), name)));
}

function ours(document: TextDocument): Diagnostic[] {
  return languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Trustwright');
}

function codes(document: TextDocument): string[] {
  return ours(document).map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`${what}: not within 20 s`);
}

/** Ids of the processes that run our server, by their command lines. */
function serverProcesses(): number[] {
  const server = join(extensions.getExtension('trustwright.trustwright')!.extensionPath, 'dist/server.js');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && commandLine(name).includes(server))
    .map(Number);
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

describe('policies in the editor', () => {
  it('belong to a language of their own', async () => {
    assert.equal((await open('trust-policy.json')).document.languageId, 'iam-policy');
  });

  it('are checked: the misspelt service principal is marked, with its code and page', async () => {
    const { document } = await open('trust-policy.json');
    await until(() => codes(document).includes('UNKNOWN_SERVICE_PRINCIPAL'), 'the diagnostic');
    const [diagnostic] = ours(document);
    assert.equal(document.getText(diagnostic!.range), '"ec2.amazonaws.con"');
    const code = diagnostic!.code as { target: Uri };
    assert.match(code.target.toString(), /docs\/checks\/UNKNOWN_SERVICE_PRINCIPAL\.md$/);
  });

  it('are completed: the right service replaces the wrong one, and the mark goes', async () => {
    const { document, ...rest } = await open('trust-policy.json');
    const editor = window.activeTextEditor ?? (rest as TextEditor);
    const position = document.positionAt(document.getText().indexOf('ec2.amazonaws.con') + 3);
    editor.selection = new Selection(position, position);
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    const item = list.items.find(({ label }) => label === 'ec2.amazonaws.com');
    assert.ok(item?.range, 'ec2.amazonaws.com is offered');
    const range = 'replacing' in item.range ? item.range.replacing : item.range;
    await editor.edit((builder) => builder.replace(range, 'ec2.amazonaws.com'));
    assert.match(document.getText(), /"Service": "ec2\.amazonaws\.com"/);
    await until(() => codes(document).length === 0, 'no diagnostic');
  });

  it('are explained: an action says what it does', async () => {
    const { document } = await open('trust-policy.json');
    const position = document.positionAt(document.getText().indexOf('sts:AssumeRole') + 5);
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const text = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    assert.match(text.join('\n'), /sts:AssumeRole[^]*temporary security credentials/);
  });

  it('may be broken: half a policy still gets completion', async () => {
    const { document } = await open('broken.iam.json');
    await until(() => codes(document).includes('JSON_SYNTAX_ERROR'), 'the syntax error');
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new Position(0, document.lineAt(0).text.length),
    );
    assert.ok(list.items.some(({ label }) => label === 's3:GetObject'));
  });

  it('are looked at with the other files of their module, which may change on disk', async () => {
    const { document } = await open('module/function.tf');
    await until(() => codes(document).includes('ROLE_NOT_TRUSTED_BY_SERVICE'), 'the diagnostic');
    const [related] = ours(document)[0]!.relatedInformation ?? [];
    assert.match(related?.location.uri.path ?? '', /module\/role\.tf$/);
    const role = Uri.joinPath(folder(), 'module/role.tf');
    const text = Buffer.from(await workspace.fs.readFile(role)).toString();
    await workspace.fs.writeFile(role, Buffer.from(text.replace('ec2.', 'lambda.')));
    await until(() => codes(document).length === 0, 'no diagnostic once the other file has changed on disk');
  });

  it('are told from other JSON, which is left alone', async () => {
    const { document } = await open('package.json');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.deepEqual(codes(document), []);
  });

  it('in a template are laid out and copied for Terraform, by code actions', async () => {
    const { document } = await open('template.yaml');
    await until(() => codes(document).includes('INVALID_ACTION'), 'the misspelt action');
    const position = document.positionAt(document.getText().indexOf('s3:GetObjct'));
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new Range(position, position),
    );
    const called = (title: string) => actions.find((action) => action.title === title);
    const copy = called('Copy as aws_iam_policy_document')?.command?.arguments?.[0] as string;
    assert.match(
      copy,
      /data "aws_iam_policy_document"[^]*"arn:\$\{data\.aws_partition\.current\.partition\}:s3:::logs/,
    );
    const layout = called('Format the policy')?.edit;
    assert.ok(layout, actions.map(({ title }) => title).join());
    await workspace.applyEdit(layout);
    assert.match(document.getText(), /^ {8}Statement:\n {10}- Effect: Allow\n {12}Action: s3:GetObjct$/m);
    assert.match(document.getText(), /^ {4}Type: +AWS::IAM::ManagedPolicy$/m);
  });

  it('are still checked after the server was restarted', async () => {
    await commands.executeCommand('trustwright.restartServer');
    const { document } = await open('broken.iam.json');
    await until(() => codes(document).includes('JSON_SYNTAX_ERROR'), 'the syntax error');
  });

  it('are still checked after the server has died', async () => {
    const [before] = serverProcesses();
    assert.ok(before, 'a server is running');
    process.kill(before, 'SIGKILL');
    await until(() => serverProcesses().some((pid) => pid !== before), 'another server');
    await commands.executeCommand('workbench.action.closeAllEditors');
    const { document } = await open('broken.iam.json');
    await until(() => codes(document).includes('JSON_SYNTAX_ERROR'), 'the syntax error');
  });

  it('cost nothing until one is opened: the AWS SDK is not loaded', () => {
    const extension = extensions.getExtension('trustwright.trustwright');
    assert.ok(extension?.isActive);
    const loaded = Object.keys(require.cache).filter((file) => file.startsWith(extension.extensionPath));
    assert.ok(!loaded.some((file) => file.endsWith('aws.js')), loaded.join());
  });
});
