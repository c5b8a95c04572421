import type { Check } from '../check';

export const roleTrustPolicySyntaxErrorResource: Check = {
  code: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
  type: 'ERROR',
  kinds: ['trust'],
  summary: 'A trust policy has Resource or NotResource.',
  statement(statement, { report }) {
    for (const name of ['Resource', 'NotResource'] as const) {
      const entry = statement.certainElement(name);
      if (entry) {
        report(entry.key, `A trust policy has no ${name}: it is about the role it belongs to. Take it out.`);
      }
    }
  },
};
