import type { Neutral } from './neutral';

/**
 * The value as JSON, indented; undefined where it has an expression of another language than CloudFormation's. Functions
 * of CloudFormation take their long form.
 */
export function toJson(value: Neutral, unit = '  ', indent = ''): string | undefined {
  const inner = indent + unit;
  switch (value.kind) {
    case 'string':
      return JSON.stringify(value.text);
    case 'bare':
      return value.text;
    case 'list':
      return inBrackets(
        '[]',
        value.items.map((item) => toJson(item, unit, inner)),
        indent,
        inner,
      );
    case 'map': {
      const members = value.entries.map(([key, item]) => {
        const written = toJson(item, unit, inner);
        return written === undefined ? undefined : `${JSON.stringify(key)}: ${written}`;
      });
      return inBrackets('{}', members, indent, inner);
    }
    case 'mixed':
      return undefined;
    case 'expression': {
      if (value.language !== 'cloudformation') return undefined;
      const argument = toJson(value.argument, unit, indent);
      return argument === undefined ? undefined : `{ ${JSON.stringify(value.name)}: ${argument} }`;
    }
  }
}

function inBrackets(
  brackets: string,
  members: readonly (string | undefined)[],
  indent: string,
  inner: string,
): string | undefined {
  if (members.length === 0) return brackets;
  if (!members.every((member) => member !== undefined)) return undefined;
  return `${brackets[0]}\n${members.map((member) => inner + member).join(',\n')}\n${indent}${brackets[1]}`;
}
