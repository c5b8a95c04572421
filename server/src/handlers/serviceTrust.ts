import type { CancellationToken } from 'vscode-languageserver/node';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import { serviceTrust, type ServiceTrustParams, type TrustVerdict } from '../protocol/serviceTrust';
import { serviceMayAssume } from '../service';

/** Tells for each trust policy whether a service may assume the role. */
export function handleServiceTrust({ connection }: ServerParts): void {
  connection.onRequest(serviceTrust, ({ policies, services }: ServiceTrustParams, token: CancellationToken) =>
    guard<TrustVerdict[] | null>('Trust evaluation', token, connection.console, null, () =>
      policies.map((text) => serviceMayAssume(text, services)),
    ),
  );
}
