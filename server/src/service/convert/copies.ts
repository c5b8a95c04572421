import { documentNotation, hclNotation } from '../edits/json/notation';
import type { PolicyFile } from '../policyFile';
import { forCloudFormation } from './cloudformation/write';
import { understand } from './cloudformation/understand';
import { forJson } from './forJson';
import { mapScalars, type Neutral } from './neutral';
import type { Placeholder } from './placeholders';
import { hasRepeatedKeys, isComputedInTextsAlone } from './shape';
import { toDocument, toHclObject } from './terraform/forms';
import { forTerraform, type ForTerraform, hclValue } from './terraform/write';
import { toJson } from './toJson';
import { toYaml } from './toYaml';

/** A policy as it is written in another kind of file, to be put there. */
export interface Copy {
  readonly title: string;
  readonly text: string;
}

/** The forms that a policy can be had in. */
export type PolicyForm = 'JSON' | 'CloudFormation YAML' | 'aws_iam_policy_document' | 'jsonencode';

/** A policy apart from its syntax, and what that syntax was. */
export interface ReadPolicy {
  readonly value: Neutral;
  /** What its computed values are written in; none where it has none. */
  readonly language?: 'cloudformation' | 'hcl';
  /** It has this form already. */
  readonly form?: PolicyForm;
}

interface Converted {
  readonly text: string;
  readonly placeholders: readonly Placeholder[];
}

/** The policy in each of the forms that it does not have; one that can't say all of it is left out. */
export function copies({ policy, syntax }: PolicyFile, text: string): Copy[] {
  const read = policy.isPartial ? undefined : syntax.neutral?.(text, policy);
  if (!read || hasRepeatedKeys(read.value)) return [];
  return writers.flatMap(([form, write]) => {
    const converted = form === read.form ? undefined : write(read);
    return converted ? [{ title: titleOf(form, converted), text: converted.text }] : [];
  });
}

function titleOf(form: PolicyForm, { placeholders: { length } }: Converted): string {
  if (length === 0) return `Copy as ${form}`;
  return `Copy as ${form}, with ${length} ${length === 1 ? 'value' : 'values'} to fill in`;
}

const writers: readonly (readonly [PolicyForm, (read: ReadPolicy) => Converted | undefined])[] = [
  ['JSON', json],
  ['CloudFormation YAML', yaml],
  ['aws_iam_policy_document', document],
  ['jsonencode', object],
];

/** The policy for a language that can't say what others compute, but where a text stands. */
function movable({ value, language }: ReadPolicy): Neutral | undefined {
  const known = language === 'cloudformation' ? mapScalars(value, understand) : value;
  return known && isComputedInTextsAlone(known) ? known : undefined;
}

function json(read: ReadPolicy): Converted | undefined {
  const value = movable(read);
  const converted = value && forJson(value);
  const text = converted && toJson(converted.value);
  return text === undefined ? undefined : { ...converted!, text: `${text}\n` };
}

function yaml(read: ReadPolicy): Converted | undefined {
  const value = read.language === 'cloudformation' ? read.value : movable(read);
  const converted =
    value && (read.language === 'cloudformation' ? { value, placeholders: [] } : forCloudFormation(value));
  const text = converted && toYaml(converted.value);
  if (text === undefined) return undefined;
  const head = remarks(
    'Parameters to declare, or to put what they stand for in their place:',
    converted!.placeholders,
  );
  return { ...converted!, text: `${[...head, text].join('\n')}\n` };
}

function document(read: ReadPolicy): Converted | undefined {
  const converted = terraform(read);
  const policy = converted && hclValue(converted.value, documentNotation);
  const text = policy && toDocument('policy', policy);
  return text === undefined
    ? undefined
    : { ...converted!, text: `${[...terraformRemarks(converted!), text].join('\n')}\n` };
}

function object(read: ReadPolicy): Converted | undefined {
  const converted = terraform(read);
  const policy = converted && hclValue(converted.value, hclNotation);
  if (policy === undefined) return undefined;
  // In front of the call a comment would stand between an argument's name and its value.
  const lines = terraformRemarks(converted!).map((line) => `\n  ${line}`);
  const text = toHclObject(policy).replace('{', () => `{${lines.join('')}`);
  return { ...converted!, text: `jsonencode(${text})` };
}

function terraform(read: ReadPolicy): ForTerraform | undefined {
  if (read.language === 'hcl') return { value: read.value, placeholders: [], dataSources: [] };
  const value = movable(read);
  return value && forTerraform(value);
}

function terraformRemarks({ placeholders, dataSources }: ForTerraform): string[] {
  const sources = dataSources.map((line) => `#   ${line}`);
  return [
    ...(sources.length > 0 ? ['# Data sources to declare where the module has none yet:', ...sources] : []),
    ...remarks('Variables to declare, or to put what they stand for in their place:', placeholders),
  ];
}

function remarks(head: string, placeholders: readonly Placeholder[]): string[] {
  if (placeholders.length === 0) return [];
  return [`# ${head}`, ...placeholders.map(({ name, original }) => `#   ${name} = ${original}`)];
}
