import { audienceOf } from './audience';
import type { Check } from '../check';

export const foranyvalueWithAudienceClaimType: Check = {
  code: 'FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE',
  type: 'SECURITY_WARNING',
  kinds: ['trust'],
  concerns: ({ operator }) => operator?.set !== undefined,
  summary: 'ForAnyValue on an audience that is a single value.',
  clause(clause, _statement, { report }) {
    if (clause.operator?.set !== 'ForAnyValue' || !audienceOf(clause)?.isSingle) return;
    report(
      clause.operatorNode,
      `${clause.key} is one value, so leave out ForAnyValue: compare it with StringEquals.`,
    );
  },
};
