import type { CancellationToken } from 'vscode-languageserver/node';
import { guard } from '../host/guard';
import type { ServerParts } from '../host/parts';
import {
  describePolicyChange,
  type PolicyChangeParams,
  type PolicyChangeWords,
} from '../protocol/policyChange';
import { describeChange } from '../service';

/** Says in words what a change of a policy means. */
export function handlePolicyChange({ connection }: ServerParts): void {
  connection.onRequest(describePolicyChange, (params: PolicyChangeParams, token: CancellationToken) =>
    guard<PolicyChangeWords | null>('Change in words', token, connection.console, null, () =>
      describeChange(params),
    ),
  );
}
