import { type Expression, mapScalars, type Mixed, type Neutral } from '../neutral';
import { inPascalCase, type Placeholder, Placeholders } from '../placeholders';
import { pseudoOf } from './pseudo';

/** The policy with values that CloudFormation can write, and those that have to be brought along. */
export interface ForCloudFormation {
  readonly value: Neutral;
  readonly placeholders: readonly Placeholder[];
}

/**
 * A policy of another language for a template of CloudFormation: what Terraform computes becomes a pseudo parameter where
 * that is the same, else a parameter. Undefined where a text would mean something else there.
 */
export function forCloudFormation(policy: Neutral): ForCloudFormation | undefined {
  const names = new Placeholders(inPascalCase);
  const value = mapScalars(policy, (scalar) => {
    if (scalar.kind === 'mixed') return sub(scalar, names);
    if (scalar.kind === 'expression') return reference(scalar, names);
    return scalar.text.includes('{{resolve:') ? undefined : scalar;
  });
  return value && { value, placeholders: names.all };
}

function reference(expression: Expression, names: Placeholders): Neutral {
  if (expression.language === 'cloudformation') return expression;
  return {
    kind: 'expression',
    language: 'cloudformation',
    name: 'Ref',
    argument: { kind: 'string', text: nameOf(expression, names) },
  };
}

function nameOf(expression: Expression & { language: 'hcl' }, names: Placeholders): string {
  return pseudoOf(expression) ?? names.nameOf(expression.source);
}

/** `Fn::Sub` fills in `${…}`, which policy variables have to be kept from. */
function sub({ parts }: Mixed, names: Placeholders): Neutral | undefined {
  let text = '';
  for (const part of parts) {
    if (typeof part !== 'string') {
      if (part.language !== 'hcl') return undefined;
      text += `\${${nameOf(part, names)}}`;
      continue;
    }
    const isClear = !part.includes('{{resolve:') && !/\$$|\$\{(?![^{}]*\})/.test(part);
    if (!isClear) return undefined;
    text += part.replaceAll('${', '${!');
  }
  const argument = { kind: 'string', text } as const;
  return { kind: 'expression', language: 'cloudformation', name: 'Fn::Sub', argument };
}
