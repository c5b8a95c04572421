import { variablesOf } from './places';
import type { Check } from '../check';

export const missingQuoteInVariable: Check = {
  code: 'MISSING_QUOTE_IN_VARIABLE',
  type: 'ERROR',
  kinds: 'all',
  needs: ['variables'],
  summary: 'The default value of a policy variable lacks a quote.',
  statement(statement, { policy, report }) {
    for (const { inside, closed, range } of variablesOf(statement, policy)) {
      const comma = inside.indexOf(',');
      if (!closed || comma < 0) continue;
      const value = inside.slice(comma + 1).trim();
      if (!/^'.*'$/s.test(value) || value.length < 2)
        report(range, 'Put the default value between single quotes.');
    }
  },
};
