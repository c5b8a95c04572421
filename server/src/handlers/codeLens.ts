import type { CodeLens, Command } from 'vscode-languageserver/node';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import { choosePolicyKind, type ChoosePolicyKindArguments } from '../protocol/policyKind';
import { wordOfResource } from '../protocol/resourcePolicies';
import { describeKind, summaries } from '../service';
import { distinct, type Opened, openPolicies } from './openPolicies';

/** Says above each policy what kind it is taken for, and above each statement what it does. */
export function handleCodeLens(parts: ServerParts): void {
  const { connection } = parts;
  connection.onCodeLens(({ textDocument }, token) =>
    guard<CodeLens[]>('Code lenses', token, connection.console, [], async () => {
      const opened = await openPolicies(parts, textDocument.uri);
      const ofStatements = opened.flatMap((one) => statementLenses(one, parts));
      return [
        ...opened.flatMap(kindLens),
        ...distinct(ofStatements, ({ range: { start } }) => `${start.line}:${start.character}`),
      ];
    }),
  );
}

/** A click changes the kind where the file is the policy; inside a template the place says the kind. */
function kindLens({ document, settings, file }: Opened): CodeLens[] {
  const { policy, kind, owner, isAlternative } = file;
  if (!settings.codeLens || !policy.root || isAlternative) return [];
  const title = `${describeKind(kind)}${kind.certain ? '' : ' (guessed)'}`;
  const word = wordOfResource(kind.resourceType) ?? kind.kind;
  const target: ChoosePolicyKindArguments = { uri: document.uri, kind: word };
  const command =
    owner === undefined ? { title, command: choosePolicyKind, arguments: [target] } : asText(title);
  return [lensAt(policy.root.range.start, command, document)];
}

function statementLenses({ document, settings, file }: Opened, { catalog }: ServerParts): CodeLens[] {
  if (!settings.statementSummaries) return [];
  return summaries(file, catalog()).map(({ sentence, range }) =>
    lensAt(range.start, asText(sentence), document),
  );
}

/** Without a command editors show plain text. */
function asText(title: string): Command {
  return { title, command: '' };
}

function lensAt(offset: number, command: Command, document: Opened['document']): CodeLens {
  const position = document.positionAt(offset);
  return { range: { start: position, end: position }, command };
}
