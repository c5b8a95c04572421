import type { LogOutputChannel } from 'vscode';
import {
  inspectPolicy,
  type PolicyInspection,
  type PolicyInspectionParams,
} from '../../../../server/src/protocol/policyInspection';
import {
  evaluateTrustPolicy,
  type TrustEvaluation,
  type TrustEvaluationParams,
} from '../../../../server/src/protocol/trustEvaluation';
import type { Interaction } from '../../interaction';
import type { OpenSessions } from '../../sessions/openSessions';
import type { RememberedRoles } from '../../sessions/rememberedRoles';
import type { Account } from '../../state/account';
import type { RoleTerminals } from '../../terminal/roleTerminals';

/** What assuming a role works with. */
export interface AssumeContext {
  readonly account: Account;
  readonly interaction: Interaction;
  readonly sessions: OpenSessions;
  readonly terminals: RoleTerminals;
  readonly remembered: RememberedRoles;
  readonly policies: PolicyQuestions;
  readonly log: LogOutputChannel;
}

/** Questions to the language server, which alone knows what policies mean. Null where it has no answer. */
export interface PolicyQuestions {
  ask<T>(method: string, params: unknown): Promise<T | null>;
}

export const evaluateTrust = async (
  { policies }: AssumeContext,
  params: TrustEvaluationParams,
): Promise<TrustEvaluation | undefined> =>
  (await policies.ask<TrustEvaluation>(evaluateTrustPolicy, params)) ?? undefined;

export const inspect = async (
  { policies }: AssumeContext,
  params: PolicyInspectionParams,
): Promise<PolicyInspection | undefined> =>
  (await policies.ask<PolicyInspection>(inspectPolicy, params)) ?? undefined;
