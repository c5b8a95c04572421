import { variablesOf } from './places';
import type { Check } from '../check';

export const missingBraceInVariable: Check = {
  code: 'MISSING_BRACE_IN_VARIABLE',
  type: 'ERROR',
  kinds: 'all',
  needs: ['variables'],
  summary: 'A policy variable has no closing brace.',
  statement(statement, { policy, report }) {
    for (const { closed, range } of variablesOf(statement, policy)) {
      if (!closed) report(range, 'This policy variable has no closing brace.');
    }
  },
};
