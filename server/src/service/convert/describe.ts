import type { Expression } from './neutral';
import { toJson } from './toJson';
import { toYaml } from './toYaml';

/** What an expression is called where its language is not spoken: as it is written there, on one line. */
export function describe(expression: Expression): string {
  if (expression.language === 'hcl') return expression.source.replace(/\s+/g, ' ');
  const { name, argument } = expression;
  if (name === 'Fn::Sub' && argument.kind === 'string' && argument.text.startsWith('{{'))
    return argument.text;
  const short = toYaml(expression);
  const written = short === undefined || short.includes('\n') ? toJson(expression) : short;
  return (written ?? name).replace(/\s+/g, ' ');
}
