import { isAboutAction, matchesAction } from '../../iam/statementActions';
import { coversPattern, overlaps } from '../../iam/wildcard';
import type { ResourcePattern } from '../../model/resource';
import type { Statement } from '../../model/statement';
import type { Check } from '../check';
import { isUnconditional } from './breadth';

/** What people limit in a bucket, as AWS spells it. */
const objectActions = ['GetObject', 'PutObject', 'DeleteObject'] as const;

const isPutPolicy = (pattern: Parameters<typeof matchesAction>[0]) =>
  matchesAction(pattern, 's3', 'putbucketpolicy');

/** Patterns for all objects of the buckets that a resource names by name; `*` names none. */
function objectsOf({ plainArn, text, negated }: ResourcePattern): string | undefined {
  const isBucket = plainArn?.service === 's3' && plainArn.account === '' && !plainArn.resource.includes('/');
  return isBucket && !negated && plainArn.resource !== '*' ? `${text}/*` : undefined;
}

function isOnAll({ resources }: Statement, objects: string): boolean {
  return resources.some(({ text, negated }) => !negated && coversPattern(text, objects));
}

function isOnSome({ resources }: Statement, objects: string): boolean {
  return resources.some(({ text, negated }) => !negated && overlaps(text, objects));
}

/** What the statements leave out for the objects; undefined where they allow nothing there, or may allow more. */
function leftOut(statements: readonly Statement[], objects: string): string[] | undefined {
  const about = (action: string) =>
    statements.filter((statement) => isAboutAction(statement, 's3', action.toLowerCase()));
  const allowing = objectActions.flatMap(about).filter(({ effect }) => effect === 'Allow');
  if (allowing.some(({ usesNotAction, usesNotResource }) => usesNotAction || usesNotResource))
    return undefined;
  if (!allowing.some((statement) => isOnSome(statement, objects))) return undefined;
  return objectActions.filter(
    (action) =>
      !about(action).some(
        (statement) =>
          isOnAll(statement, objects) && (statement.effect === 'Allow' || isUnconditional(statement)),
      ),
  );
}

/**
 * Who may write the policy of a bucket can allow themselves everything in it, so that allowing only some of it limits
 * nothing. After parliament's RESOURCE_POLICY_PRIVILEGE_ESCALATION
 * (https://github.com/duo-labs/parliament/blob/main/parliament/config.yaml).
 */
export const bucketPolicyEscalation: Check = {
  code: 'BUCKET_POLICY_ESCALATION',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['identity'],
  needs: ['Allow', 'namedResources'],
  seeks: isPutPolicy,
  presumes: 'statements',
  summary: 'Only some of a bucket is allowed, but also to write the policy that allows the rest.',
  statement(statement, { kind, policy, report }) {
    if (kind !== 'identity' || statement.effect !== 'Allow' || statement.usesNotAction) return;
    const writing = statement.actions.filter(isPutPolicy);
    if (writing.length === 0) return;
    for (const objects of statement.resources.flatMap((resource) => objectsOf(resource) ?? [])) {
      const missing = leftOut(policy.statements, objects);
      if (!missing || missing.length === 0) continue;
      const takesIn = writing[0]!.hasWildcard ? `${writing[0]!.text} takes in s3:PutBucketPolicy: w` : 'W';
      report(
        writing.map(({ node }) => node),
        `${takesIn}hoever may write the bucket's policy can allow themselves ${missing.join(' and ')} as well, which is left out here.`,
      );
      return;
    }
  },
};
