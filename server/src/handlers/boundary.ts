import type { CancellationToken } from 'vscode-languageserver/node';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import { type BlockedByBoundaryParams, blockedByBoundaryRequest } from '../protocol/boundary';
import { blockedByBoundary } from '../service';

/** Tells which actions of a role's policies its permissions boundary lets none of through. */
export function handleBoundary({ connection }: ServerParts): void {
  connection.onRequest(
    blockedByBoundaryRequest,
    ({ policies, boundary }: BlockedByBoundaryParams, token: CancellationToken) =>
      guard<string[] | null>('Boundary', token, connection.console, null, () =>
        blockedByBoundary(policies, boundary),
      ),
  );
}
