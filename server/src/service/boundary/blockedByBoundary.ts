import { overlaps } from '../iam/wildcard';
import { hasComputed } from '../model/nodes';
import type { PolicyDocument } from '../model/policyDocument';
import { readJson } from '../readers/json';

/**
 * The actions, as a role's policies spell them, of which its permissions boundary lets none through, whatever the
 * resource and the conditions. A role may do only what both allow.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 * @param policies the JSON of the role's policies
 * @returns nothing where a text cannot be read with certainty
 */
export function blockedByBoundary(policies: readonly string[], boundary: string): string[] {
  const limit = readJson(boundary, { comments: false });
  const own = policies.map((text) => readJson(text, { comments: false }));
  if ([limit, ...own].some(isUnclear)) return [];
  const lettingThrough = allowed(limit);
  // What a NotAction lets through is too wide to rule anything out.
  if (lettingThrough.some(({ negated }) => negated)) return [];
  const blocked = own
    .flatMap(allowed)
    .filter(({ negated, lower }) => !negated && !lettingThrough.some((each) => overlaps(each.lower, lower)));
  return [...new Set(blocked.map(({ text }) => text))];
}

function allowed(policy: PolicyDocument) {
  return policy.statements.filter(({ effect }) => effect === 'Allow').flatMap(({ actions }) => actions);
}

function isUnclear(policy: PolicyDocument): boolean {
  return (
    policy.isPartial ||
    policy.statements.some(
      (statement) =>
        statement.effect === undefined ||
        hasComputed(statement.value('Action')) ||
        hasComputed(statement.value('NotAction')),
    )
  );
}
