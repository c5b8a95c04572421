import type { CancellationToken } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import {
  inspectPolicy,
  type PolicyInspection,
  type PolicyInspectionParams,
} from '../protocol/policyInspection';
import { openPolicy } from '../service';

/** Answers what a text is and what is wrong with it as a policy of some kind, open in the editor or not. */
export function handlePolicyInspection(parts: ServerParts): void {
  const { connection } = parts;
  connection.onRequest(inspectPolicy, (params: PolicyInspectionParams, token: CancellationToken) =>
    guard<PolicyInspection | null>('Policy inspection', token, connection.console, null, () =>
      inspect(params, parts),
    ),
  );
}

async function inspect(
  { text, languageId, fileName, as }: PolicyInspectionParams,
  parts: ServerParts,
): Promise<PolicyInspection> {
  const found = openPolicy({ text, languageId, fileName });
  const taken = openPolicy({ text, languageId, fileName, told: as });
  const document = TextDocument.create('', languageId, 0, text);
  const findings = taken ? parts.service(await parts.settings.get()).check(taken, text) : [];
  return {
    kind: found?.kind.kind,
    certain: found?.kind.certain ?? false,
    findings: findings.map(({ code, severity, message, ranges }) => ({
      code,
      severity,
      message,
      line: document.positionAt(ranges[0]!.start).line,
    })),
  };
}
