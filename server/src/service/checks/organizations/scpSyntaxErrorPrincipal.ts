import type { Check } from '../check';

export const scpSyntaxErrorPrincipal: Check = {
  code: 'SCP_SYNTAX_ERROR_PRINCIPAL',
  type: 'ERROR',
  kinds: ['scp'],
  summary: 'A service control policy has a Principal.',
  statement(statement, { report }) {
    for (const name of ['Principal', 'NotPrincipal'] as const) {
      const entry = statement.certainElement(name);
      if (entry) {
        report(
          entry.key,
          `A service control policy has no ${name}: it is about everybody in the accounts. Take it out.`,
        );
      }
    }
  },
};
