import { closest, didYouMean } from '../../iam/closest';
import { baseOperators } from '../../iam/operators';
import type { Check } from '../check';

const names = baseOperators.map(({ name }) => name);

/** The nearest operators, with the set prefix and the IfExists of what was written. */
function suggestions(text: string): string[] {
  const prefix = /^(ForAllValues|ForAnyValue):/i.exec(text)?.[0] ?? '';
  const suffix = /IfExists$/i.exec(text)?.[0] ?? '';
  const base = text.slice(prefix.length, text.length - suffix.length);
  return closest(base, names).map((name) => prefix + name + suffix);
}

export const invalidConditionOperator: Check = {
  code: 'INVALID_CONDITION_OPERATOR',
  type: 'ERROR',
  kinds: 'all',
  concerns: ({ operator }) => operator === undefined,
  summary: 'There is no such condition operator.',
  block({ operator, operatorNode }, _statement, { report }) {
    const { text } = operatorNode;
    if (operator || text.includes('${') || /^(\w+:)?nullifexists$/i.test(text)) return;
    const replacements = suggestions(text);
    report(operatorNode, `There is no condition operator "${text}".${didYouMean(replacements)}`, {
      data: { replacements },
    });
  },
};
