import { variablesOf } from './places';
import type { Check } from '../check';

export const emptyVariable: Check = {
  code: 'EMPTY_VARIABLE',
  type: 'ERROR',
  kinds: 'all',
  needs: ['variables'],
  summary: 'A policy variable is empty.',
  statement(statement, { policy, report }) {
    for (const { inside, closed, range } of variablesOf(statement, policy)) {
      if (closed && inside.trim() === '')
        report(range, 'This policy variable names no key: write one such as ${aws:username}.');
    }
  },
};
