import { dotted } from '../toYaml';
import { type CloudFormationCall, type Expression, joined, type Neutral, type Text } from '../neutral';

/**
 * What a value of CloudFormation says, with `Fn::Sub` and `Fn::Join` taken apart: a text, an expression that nothing is
 * known of, or both mixed. Undefined where it can't be said in one value: something that is taken away, a list.
 */
export function understand(value: Neutral): Neutral | undefined {
  if (value.kind === 'string') return withReferences(value);
  if (value.kind !== 'expression' || value.language !== 'cloudformation') return value;
  if (takesAway(value)) return undefined;
  if (value.name === 'Fn::Sub') return sub(value);
  if (value.name === 'Fn::Join') return join(value);
  return value.name === 'Condition' ? undefined : normal(value);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
const dynamicReference = /\{\{resolve:[^}]*\}\}/g;

/** CloudFormation looks such references up in every text. */
function withReferences({ text }: Text): Neutral {
  const parts = split(text, dynamicReference, ([whole]) => [
    {
      kind: 'expression',
      language: 'cloudformation',
      name: 'Fn::Sub',
      argument: { kind: 'string', text: whole },
    },
  ]);
  return joined(parts ?? [text]);
}

/** `AWS::NoValue` is no value that something else could stand for. */
function takesAway(value: Neutral): boolean {
  if (value.kind === 'list') return value.items.some(takesAway);
  if (value.kind === 'map') return value.entries.some(([, item]) => takesAway(item));
  if (value.kind !== 'expression' || value.language !== 'cloudformation') return false;
  const { name, argument } = value;
  return name === 'Ref'
    ? argument.kind === 'string' && argument.text === 'AWS::NoValue'
    : takesAway(argument);
}

/** `Fn::GetAtt` has two forms. */
function normal(call: CloudFormationCall): CloudFormationCall {
  return call.name === 'Fn::GetAtt' ? { ...call, argument: dotted(call.argument) } : call;
}

const placeholder = /\$\{(!?)([^{}]*)\}/g;

function sub({ argument }: CloudFormationCall): Neutral | undefined {
  const template = argument.kind === 'list' ? argument.items[0] : argument;
  const values = argument.kind === 'list' ? argument.items[1] : undefined;
  if (template?.kind !== 'string' || (values && values.kind !== 'map')) return undefined;
  const given = new Map(values?.entries);
  const parts = split(template.text, placeholder, ([, escape, name = '']) => {
    if (escape) return [`\${${name}}`];
    const value = given.get(name);
    if (value) return partsOf(value);
    return [callFor(name.trim())];
  });
  return parts && joined(parts);
}

/** `${Name}` is a `Ref`, `${Name.Attribute}` a `GetAtt`. */
function callFor(name: string): CloudFormationCall {
  return {
    kind: 'expression',
    language: 'cloudformation',
    name: name.includes('.') ? 'Fn::GetAtt' : 'Ref',
    argument: { kind: 'string', text: name },
  };
}

function join(call: CloudFormationCall): Neutral | undefined {
  const [delimiter, list] = call.argument.kind === 'list' ? call.argument.items : [];
  if (delimiter?.kind !== 'string' || list?.kind !== 'list') return call;
  const parts: (string | Expression)[] = [];
  for (const [index, item] of list.items.entries()) {
    const inner = partsOf(item);
    if (!inner) return undefined;
    parts.push(...(index > 0 ? [delimiter.text] : []), ...inner);
  }
  return joined(parts);
}

function partsOf(value: Neutral): readonly (string | Expression)[] | undefined {
  const known = understand(value);
  if (known?.kind === 'string' || known?.kind === 'bare') return [known.text];
  if (known?.kind === 'mixed') return known.parts;
  return known?.kind === 'expression' ? [known] : undefined;
}

/** The text between the matches, and what each match stands for. */
function split(
  text: string,
  pattern: RegExp,
  partsFor: (match: RegExpExecArray) => readonly (string | Expression)[] | undefined,
): (string | Expression)[] | undefined {
  const parts: (string | Expression)[] = [];
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    const inner = partsFor(match);
    if (!inner) return undefined;
    parts.push(text.slice(last, match.index), ...inner);
    last = match.index + match[0].length;
  }
  return [...parts, text.slice(last)];
}
