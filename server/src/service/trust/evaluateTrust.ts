import { evaluateClause } from '../evaluate/condition';
import { type KnownKeys, RequestContext } from '../evaluate/requestContext';
import type { Reading } from '../evaluate/resolve';
import { all, type Ternary, ternary } from '../evaluate/ternary';
import { isAboutAction } from '../iam/statementActions';
import type { ConditionClause } from '../model/condition';
import { hasComputed } from '../model/nodes';
import type { PolicyDocument } from '../model/policyDocument';
import type { Statement } from '../model/statement';
import { isNamedByAccount, matchesPrincipals } from './matchPrincipal';
import { accountOf, actionOf, keysOfRequester, type Requester } from './requester';

export interface TrustRequest {
  readonly requester: Requester;
  /** Without its prefix, in any case; unless said otherwise {@link actionOf} the requester. */
  readonly action?:
    'AssumeRole' | 'AssumeRoleWithSAML' | 'AssumeRoleWithWebIdentity' | 'TagSession' | 'SetSourceIdentity';
  /** What is known of the request besides; what follows from the requester is added. */
  readonly context?: KnownKeys;
  /** The account of the role, by its 12 digits, where it is known. */
  readonly roleAccount?: string;
}

export interface TrustAnswer {
  readonly answer: 'yes' | 'no' | 'depends';
  /**
   * `allowed`, `denied`: by the statements. `principal`, `action`, `condition`: the best statement fails there.
   * `open`: it rests on what is not known. `unreadable`: the text is broken.
   */
  readonly because: 'allowed' | 'denied' | 'principal' | 'action' | 'condition' | 'open' | 'unreadable';
  /** The statements that decide; empty when no statement comes near. */
  readonly statements: readonly Statement[];
  /** Their conditions that fail, or that are open. */
  readonly clauses: readonly ConditionClause[];
  /** Condition keys, as written, that the answer depends on. */
  readonly keys: readonly string[];
  /**
   * The requester's own policies must allow sts:AssumeRole as well: the role trusts the whole account, or is known to be of
   * another one.
   */
  readonly needsOwnPermission: boolean;
}

/**
 * Whether a role's trust policy lets somebody assume the role. A Deny goes before every Allow; without an Allow the
 * answer is no.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user.html
 */
export function evaluateTrust(policy: PolicyDocument, request: TrustRequest): TrustAnswer {
  if (policy.isPartial || hasComputed(policy.value('Statement'))) return answer('depends', 'unreadable', []);
  const reading: Reading = {
    context: new RequestContext(keysOfRequester(request.requester), request.context ?? {}),
    replacesVariables: policy.version === '2012-10-17',
  };
  const verdicts = policy.statements.map((statement) => judge(statement, request, reading));
  return decide(verdicts, request);
}

/** How one statement takes the request. */
interface Verdict {
  readonly statement: Statement;
  readonly effect: 'Allow' | 'Deny' | undefined;
  readonly applies: Ternary;
  readonly action: Ternary;
  readonly principal: Ternary;
  /** Conditions that are not met, or not known to be. */
  readonly hindering: readonly ConditionClause[];
}

function judge(
  statement: Statement,
  { requester, action = actionOf(requester) }: TrustRequest,
  reading: Reading,
): Verdict {
  const named = matchesPrincipals(statement, requester);
  const about = hasComputed(statement.value('Action'))
    ? 'unknown'
    : ternary(isAboutAction(statement, 'sts', action.toLowerCase()));
  const states = statement.conditionClauses.map((clause) => ({
    clause,
    met: evaluateClause(clause, reading),
  }));
  const readable: Ternary = hasUnreadCondition(statement) ? 'unknown' : 'yes';
  const applies = all([named, about, readable, ...states.map(({ met }) => met)]);
  const wanted = states.some(({ met }) => met === 'no') ? 'no' : 'unknown';
  const hindering = states.filter(({ met }) => met === wanted).map(({ clause }) => clause);
  return { statement, effect: statement.effect, applies, action: about, principal: named, hindering };
}

/** A condition of which a part is no operator with keys. */
function hasUnreadCondition(statement: Statement): boolean {
  const condition = statement.value('Condition');
  if (condition === undefined) return statement.element('Condition') !== undefined;
  return condition.kind !== 'object' || condition.entries.some(({ value }) => value?.kind !== 'object');
}

function decide(verdicts: readonly Verdict[], { requester, roleAccount }: TrustRequest): TrustAnswer {
  const taking = (effect: 'Allow' | 'Deny' | undefined, applies: Ternary) =>
    verdicts.filter((verdict) => verdict.effect === effect && verdict.applies === applies);
  const denying = taking('Deny', 'yes');
  if (denying.length > 0) return answer('no', 'denied', denying);
  const allowing = taking('Allow', 'yes');
  const open = [
    ...taking('Deny', 'unknown'),
    ...verdicts.filter(({ effect, applies }) => effect === undefined && applies !== 'no'),
  ];
  const needsOwnPermission =
    allowing.length > 0 &&
    (isForeign(requester, roleAccount) ||
      allowing.every(({ statement }) => isNamedByAccount(statement, requester)));
  if (allowing.length > 0 && open.length === 0)
    return { ...answer('yes', 'allowed', allowing), needsOwnPermission };
  const maybe = allowing.length > 0 ? [] : taking('Allow', 'unknown');
  if (allowing.length > 0 || maybe.length > 0) {
    return { ...answer('depends', 'open', [...maybe, ...open]), needsOwnPermission };
  }
  // What is undecided can no longer allow anything, unless it has no readable effect.
  if (open.some(({ effect }) => effect === undefined)) return answer('depends', 'open', open);
  return refuse(verdicts.filter(({ effect }) => effect === 'Allow'));
}

/** Somebody of another account than the role's, which must let its people out. */
function isForeign(requester: Requester, roleAccount: string | undefined): boolean {
  const account = accountOf(requester);
  return account !== undefined && roleAccount !== undefined && account !== roleAccount;
}

/** Says at which step the statements that come nearest fail. */
function refuse(allows: readonly Verdict[]): TrustAnswer {
  const named = allows.filter(({ principal }) => principal !== 'no');
  if (named.length === 0) return answer('no', 'principal', []);
  const about = named.filter(({ action }) => action !== 'no');
  return about.length === 0 ? answer('no', 'action', named) : answer('no', 'condition', about);
}

function answer(
  value: TrustAnswer['answer'],
  because: TrustAnswer['because'],
  verdicts: readonly Verdict[],
): TrustAnswer {
  const clauses = verdicts.flatMap(({ hindering }) => hindering);
  return {
    answer: value,
    because,
    statements: verdicts.map(({ statement }) => statement),
    clauses,
    keys: value === 'depends' ? [...new Set(clauses.map(({ key }) => key))] : [],
    needsOwnPermission: false,
  };
}
