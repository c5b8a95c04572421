import { listOf } from '../../model/nodes';
import type { Statement } from '../../model/statement';
import type { Check } from '../check';
import { isNarrowing } from './narrowing';

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
      statement.conditionClauses.some((clause, _, all) => isNarrowing(clause, all)) ||
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
