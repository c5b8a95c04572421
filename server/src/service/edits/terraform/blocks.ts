import { entriesOf, Raw, type Value } from '../edit';
import type { JsonLayout } from '../json/layout';
import type { Role } from './documentWriter';

/** Elements of a policy and the arguments of aws_iam_policy_document that stand for them. */
const documentArguments: Readonly<Record<string, string>> = {
  Version: 'version',
  Id: 'policy_id',
  Sid: 'sid',
  Effect: 'effect',
  Action: 'actions',
  NotAction: 'not_actions',
  Resource: 'resources',
  NotResource: 'not_resources',
  Principal: 'principals',
  NotPrincipal: 'not_principals',
  Condition: 'condition',
  Statement: 'statement',
};

export function argumentOf(element: string): string | undefined {
  return documentArguments[element];
}

/** The element that an argument stands for. */
export function elementOf(argument: string): string | undefined {
  return Object.keys(documentArguments).find((element) => documentArguments[element] === argument);
}

const scalars = new Set(['Version', 'Id', 'Sid', 'Effect']);

/** The lines that say `key: value` of something with the role; undefined where nothing can say it. */
export function entryLines(
  role: Role,
  operator: string,
  key: string,
  value: Value,
  layout: JsonLayout,
): string[] | undefined {
  if (role === 'principals') return principalsLines('principals', key, value, layout);
  if (role === 'conditions') return conditionLines(key, value, layout);
  if (role === 'operator') return conditionLines(operator, { [key]: value }, layout);
  const name = argumentOf(key);
  if (name === undefined) return undefined;
  if (key === 'Statement') return listOf(value).flatMap((one) => blockLines('statement', one, layout));
  if (key === 'Condition')
    return entriesOf(value).flatMap(([test, clauses]) => conditionLines(test, clauses, layout));
  if (key === 'Principal' || key === 'NotPrincipal') {
    if (value === '*') return principalsLines(name, '*', '*', layout);
    return entriesOf(value).flatMap(([type, names]) => principalsLines(name, type, names, layout));
  }
  return argumentLines(name, scalars.has(key) ? value : asList(value), layout);
}

/** A block with all that an object has. */
export function blockLines(type: string, value: Value, layout: JsonLayout): string[] {
  const lines = entriesOf(value).flatMap(([key, one]) => entryLines('statement', '', key, one, layout) ?? []);
  return wrapped(type, lines, layout);
}

function conditionLines(test: string, clauses: Value, layout: JsonLayout): string[] {
  return entriesOf(clauses).flatMap(([variable, values]) =>
    wrapped(
      'condition',
      [
        ...argumentLines('test', test, layout),
        ...argumentLines('variable', variable, layout),
        ...argumentLines('values', asList(values), layout),
      ],
      layout,
    ),
  );
}

function principalsLines(name: string, type: string, identifiers: Value, layout: JsonLayout): string[] {
  const lines = [
    ...argumentLines('type', type, layout),
    ...argumentLines('identifiers', asList(identifiers), layout),
  ];
  return wrapped(name, lines, layout);
}

const longest = 80;

function argumentLines(name: string, value: Value, layout: JsonLayout): string[] {
  const flat = `${name} = ${layout.render(value, '', true)}`;
  return (flat.length <= longest ? flat : `${name} = ${layout.render(value, '', false)}`).split('\n');
}

function wrapped(head: string, lines: readonly string[], layout: JsonLayout): string[] {
  return [`${head} {`, ...lines.map((line) => layout.unit + line), '}'];
}

function listOf(value: Value): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : [value];
}

/** The value where the data source wants a list. */
function asList(value: Value): Value {
  return value instanceof Raw && value.isList ? value : listOf(value).map(asText);
}

/** The data source takes strings alone. */
function asText(value: Value): Value {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}
