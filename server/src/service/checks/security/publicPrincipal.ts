import { listOf } from '../../model/nodes';
import type { ConditionClause } from '../../model/condition';
import type { Statement } from '../../model/statement';
import type { Check } from '../check';

/** Condition keys, lower case, that tell strangers from one's own. */
const narrowing: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalisawsservice',
  'aws:principalservicename',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpcarn',
  'aws:sourcevpce',
  'aws:userid',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
  'kms:calleraccount',
  'kms:viaservice',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
  'sts:externalid',
  'lambda:functionurlauthtype',
]);

const everywhere = /^(0\.0\.0\.0\/0|::\/0|\*)$/;

function isNarrowing({ lowerKey, operator, values }: ConditionClause): boolean {
  // An unknown key may narrow as well: a tag, a claim, a key newer than this list.
  const counts = narrowing.has(lowerKey) || !/^(aws:|s3:)/.test(lowerKey) || lowerKey.includes('tag/');
  if (!counts || !operator || operator.negated || operator.ifExists || operator.family === 'Null')
    return false;
  return !values.some((value) => value.kind === 'string' && everywhere.test(value.text));
}

/** Reading objects is what web sites and public data sets are for. */
function onlyReadsObjects({ actions }: Statement): boolean {
  return actions.every(({ lower }) => /^s3:getobject(version)?$/.test(lower));
}

export const publicPrincipal: Check = {
  code: 'PUBLIC_PRINCIPAL',
  type: 'SECURITY_WARNING',
  kinds: ['resource', 'trust'],
  needs: ['Allow', 'principals'],
  presumes: 'conditions',
  summary: 'Everybody is allowed in, and no condition tells strangers from one’s own.',
  statement(statement, { kind, certain, resourceType, report }) {
    if (statement.effect !== 'Allow' || statement.usesNotAction) return;
    const everybody = statement.principals.find(({ text, negated, type }) => {
      return text === '*' && !negated && (type === 'AWS' || (type === undefined && kind === 'resource'));
    });
    // The policy of a VPC endpoint stands before the policies of resources and is open by nature.
    if (!everybody || resourceType === 'AWS::EC2::VPCEndpoint') return;
    if (
      statement.conditionClauses.some(isNarrowing) ||
      (listOf(statement.value('Condition')).length > 0 && statement.conditionBlocks.length === 0)
    )
      return;
    const mayBeMeant =
      kind === 'resource' && (!certain || resourceType === undefined || onlyReadsObjects(statement));
    const what =
      kind === 'trust'
        ? 'Every AWS account in the world may assume this role'
        : 'Everybody in the world is allowed this';
    report(
      everybody.node,
      `${what}. Name accounts or roles, or add a condition such as aws:PrincipalOrgID.`,
      mayBeMeant ? { severity: 'information' } : {},
    );
  },
};
