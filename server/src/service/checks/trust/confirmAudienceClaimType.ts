import { audienceOf } from './audience';
import type { Check } from '../check';

export const confirmAudienceClaimType: Check = {
  code: 'CONFIRM_AUDIENCE_CLAIM_TYPE',
  type: 'SUGGESTION',
  kinds: ['trust'],
  concerns: ({ operator }) => operator?.set !== undefined,
  presumes: 'conditions',
  summary: 'A set operator on an audience, which most providers give as one value.',
  clause(clause, _statement, { report }) {
    if (!clause.operator?.set) return;
    const audience = audienceOf(clause);
    if (!audience || audience.isSingle) return;
    report(
      clause.operatorNode,
      `Most providers give ${clause.key} as one value. If yours does, leave out ${clause.operator.set}.`,
    );
  },
};
