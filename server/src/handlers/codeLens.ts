import type { CodeLens } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import { choosePolicyKind, type ChoosePolicyKindArguments } from '../protocol/policyKind';
import { describeKind, type PolicyFile } from '../service';

/** Says above each policy what kind it is taken for; a click changes that where the file is the policy. */
export function handleCodeLens(parts: ServerParts): void {
  const { connection, documents } = parts;
  connection.onCodeLens(({ textDocument }, token) =>
    guard<CodeLens[]>('Code lenses', token, connection.console, [], async () => {
      const document = documents.get(textDocument.uri);
      const settings = await parts.settings.get();
      const opened = settings.codeLens ? document && parts.opened(document, settings) : undefined;
      return (opened?.policies ?? []).flatMap((file) => lensOf(file, document!));
    }),
  );
}

function lensOf(
  { policy: { root }, kind: { kind, certain }, owner, isAlternative }: PolicyFile,
  document: TextDocument,
): CodeLens[] {
  if (!root || isAlternative) return [];
  const position = document.positionAt(root.range.start);
  const title = `${describeKind(kind)}${certain ? '' : ' (guessed)'}`;
  const target: ChoosePolicyKindArguments = { uri: document.uri, kind };
  // Inside a template the place says the kind. Without a command editors show plain text.
  const command =
    owner === undefined ? { title, command: choosePolicyKind, arguments: [target] } : { title, command: '' };
  return [{ range: { start: position, end: position }, command }];
}
