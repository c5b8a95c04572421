/** Request from client to server: may somebody assume a role, by its trust policy? Nothing where it cannot be read. */
export const evaluateTrustPolicy = 'trustwright/evaluateTrust';

export interface TrustEvaluationParams {
  /** The trust policy's JSON text. */
  readonly policy: string;
  readonly requester: TrustRequester;
  /** Unless said otherwise the way the requester comes in: federated ones with SAML or a web identity. */
  readonly action?:
    'AssumeRole' | 'AssumeRoleWithSAML' | 'AssumeRoleWithWebIdentity' | 'TagSession' | 'SetSourceIdentity';
  /** Values by condition key of what is known of the request; null says that the request lacks the key. */
  readonly context?: Readonly<Record<string, string | readonly string[] | null>>;
  /** The account of the role, by its 12 digits, where it is known. */
  readonly roleAccount?: string;
}

/** Who asks for the role's credentials. */
export type TrustRequester =
  | { readonly type: 'service'; readonly name: string }
  | { readonly type: 'role' | 'user' | 'session'; readonly arn: string }
  | { readonly type: 'account'; readonly account: string }
  | { readonly type: 'federated'; readonly provider: string };

export interface TrustEvaluation {
  readonly answer: 'yes' | 'no' | 'depends';
  /** Where the best statement fails, or what the answer rests on. */
  readonly because: 'allowed' | 'denied' | 'principal' | 'action' | 'condition' | 'open' | 'unreadable';
  /** The statements that decide. */
  readonly statements: readonly DecidingStatement[];
  /** Their conditions that are not met, or not known to be: operator, key and values as written. */
  readonly conditions: readonly DecidingCondition[];
  /**
   * The requester's own policies must allow sts:AssumeRole as well: the role trusts the whole account, or is known to be of
   * another one.
   */
  readonly needsOwnPermission: boolean;
}

export interface DecidingStatement {
  readonly sid?: string;
  /** Position in the policy, from 0. */
  readonly index: number;
  /** As written. */
  readonly text: string;
}

export interface DecidingCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: string;
}
