import { pseudoOf } from './cloudformation/pseudo';
import { describe } from './describe';
import { type Expression, joined, mapScalars, type Neutral } from './neutral';
import { type Placeholder, Placeholders } from './placeholders';

/** The policy in texts alone, and those that have to be filled in. */
export interface ForJson {
  readonly value: Neutral;
  readonly placeholders: readonly Placeholder[];
}

/**
 * A policy of a template as plain JSON can hold it: what is computed becomes `<…>` with the name of it, which AWS takes
 * for no ARN, account or action. Undefined where it can't be said in a text.
 */
export function forJson(policy: Neutral): ForJson | undefined {
  const names = new Placeholders((words) => `<${words.join('-')}>`);
  const nameOf = (expression: Expression) => names.nameOf(pseudoOf(expression) ?? describe(expression));
  const value = mapScalars(policy, (known) => {
    if (known.kind === 'expression') return { kind: 'string', text: nameOf(known) };
    if (known.kind !== 'mixed') return known;
    return joined(known.parts.map((part) => (typeof part === 'string' ? part : nameOf(part))));
  });
  return value && { value, placeholders: names.all };
}
