import type { PolicyInspection } from '../../../server/src/protocol/policyInspection';
import { sessionPolicyProblem } from './limits';

/** Kinds whose text may be a session policy: both have neither principals nor a ceiling's meaning. */
const usable: readonly PolicyInspection['kind'][] = ['session', 'identity'];

const named: Readonly<Record<string, string>> = {
  trust: 'a trust policy, which says who may assume a role',
  resource: 'a resource policy, which belongs to a resource',
  boundary: 'a permissions boundary',
  scp: 'a service control policy of an organization',
  rcp: 'a resource control policy of an organization',
};

/** Why a document's text cannot narrow a session, a sentence; undefined where it can. */
export const policyProblem = (
  { kind, certain, findings }: PolicyInspection,
  text: string,
): string | undefined => {
  if (kind === undefined) return 'It is not an IAM policy.';
  if (!usable.includes(kind) && (certain || kind === 'trust' || kind === 'resource'))
    return `It is ${named[kind] ?? 'another kind of policy'}. A session policy says what the session may do: Effect, Action, Resource.`;
  const [error] = findings.filter(({ severity }) => severity === 'error');
  if (error !== undefined) return `Line ${error.line + 1}: ${error.message}`;
  const compact = compactJson(text);
  return compact === undefined ? 'It is no JSON that AWS could read.' : sessionPolicyProblem(compact);
};

/** The policy without white space, which counts for STS's limit; undefined where the text is no JSON. */
export const compactJson = (text: string): string | undefined => {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
};
