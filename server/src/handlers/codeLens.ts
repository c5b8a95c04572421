import type { CodeLens } from 'vscode-languageserver/node';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import { choosePolicyKind, type ChoosePolicyKindArguments } from '../protocol/policyKind';
import { describeKind } from '../service';

/** Says above a policy what kind it is taken for; a click in the editor changes that. */
export function handleCodeLens(parts: ServerParts): void {
  const { connection, documents } = parts;
  connection.onCodeLens(({ textDocument }, token) =>
    guard<CodeLens[]>('Code lenses', token, connection.console, [], async () => {
      const document = documents.get(textDocument.uri);
      const settings = await parts.settings.get();
      const file = settings.codeLens ? document && parts.policyIn(document, settings) : undefined;
      if (!file?.policy.root) return [];
      const position = document!.positionAt(file.policy.root.range.start);
      const { kind, certain } = file.kind;
      const target: ChoosePolicyKindArguments = { uri: textDocument.uri, kind };
      return [
        {
          range: { start: position, end: position },
          command: {
            title: `${describeKind(kind)}${certain ? '' : ' (guessed)'}`,
            command: choosePolicyKind,
            arguments: [target],
          },
        },
      ];
    }),
  );
}
