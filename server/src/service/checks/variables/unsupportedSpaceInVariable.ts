import { variablesOf } from './places';
import type { Check } from '../check';

export const unsupportedSpaceInVariable: Check = {
  code: 'UNSUPPORTED_SPACE_IN_VARIABLE',
  type: 'ERROR',
  kinds: 'all',
  needs: ['variables'],
  summary: 'A policy variable has a space in its name.',
  statement(statement, { policy, report }) {
    for (const { inside, closed, range } of variablesOf(statement, policy)) {
      // Behind a slash stands the name of a tag, which may have spaces; behind a comma the default.
      const name = inside.split(',')[0]!.split('/')[0]!;
      if (closed && name.trim() !== '' && /\s/.test(name))
        report(range, `"${name}" has a space in it. Take it out.`);
    }
  },
};
