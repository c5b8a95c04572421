import type { CancellationToken } from 'vscode-languageserver/node';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import {
  evaluateTrustPolicy,
  type TrustEvaluation,
  type TrustEvaluationParams,
} from '../protocol/trustEvaluation';
import { evaluateTrust, readJson } from '../service';

/** Answers whether a trust policy lets somebody assume its role, with the text of what decides. */
export function handleTrustEvaluation({ connection }: Pick<ServerParts, 'connection'>): void {
  connection.onRequest(evaluateTrustPolicy, (params: TrustEvaluationParams, token: CancellationToken) =>
    guard<TrustEvaluation | null>('Trust evaluation', token, connection.console, null, () =>
      evaluate(params),
    ),
  );
}

function evaluate({ policy: text, ...request }: TrustEvaluationParams): TrustEvaluation {
  const { answer, because, statements, clauses, needsOwnPermission } = evaluateTrust(
    readJson(text, { comments: false }),
    request,
  );
  const written = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return {
    answer,
    because,
    needsOwnPermission,
    statements: statements.map(({ sid, index, range }) => ({
      ...(sid !== undefined && { sid }),
      index,
      text: written(range),
    })),
    conditions: clauses.map(({ operatorNode, key, value }) => ({
      operator: operatorNode.text,
      key,
      values: value === undefined ? '' : written(value.range),
    })),
  };
}
