import type { Check } from '../check';

const pairs = [
  ['Action', 'NotAction'],
  ['Resource', 'NotResource'],
  ['Principal', 'NotPrincipal'],
] as const;

export const unsupportedElementCombination: Check = {
  code: 'UNSUPPORTED_ELEMENT_COMBINATION',
  type: 'ERROR',
  kinds: 'all',
  needs: ['bothForms'],
  summary: 'Two elements that exclude each other stand in one statement.',
  statement(statement, { report }) {
    for (const [one, other] of pairs) {
      const first = statement.certainElement(one);
      const second = statement.certainElement(other);
      if (!first || !second) continue;
      const later = first.key.range.start > second.key.range.start ? first : second;
      report(later.key, `A statement has either ${one} or ${other}, not both.`);
    }
  },
};
