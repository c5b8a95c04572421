import type { Check } from '../check';

export const unsupportedPrincipal: Check = {
  code: 'UNSUPPORTED_PRINCIPAL',
  type: 'ERROR',
  kinds: ['identity'],
  needs: ['principals'],
  summary: 'An identity-based policy has a Principal.',
  statement(statement, { certain, report }) {
    if (!certain) return;
    for (const name of ['Principal', 'NotPrincipal'] as const) {
      const entry = statement.certainElement(name);
      if (!entry) continue;
      report(
        entry.key,
        `A policy of a user, group or role has no ${name}: it is about the one it is attached to. Take it out.`,
      );
    }
  },
};
