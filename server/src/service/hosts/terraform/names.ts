import type { Target } from '../../checks/template/facts';
import { targetOf } from '../../checks/template/names';
import { attribute, type Block, type Expression } from './hcl/ast';

/**
 * The name that AWS will know a resource by; undefined where it can't be told. What Terraform makes up is a reference to
 * the resource itself, which no other name is.
 */
export function nameOf(block: Block, id: string): string | undefined {
  const name = attribute(block.body, 'name');
  if (name) return textOf(name.value, block);
  return `\${${id}.name}`;
}

/** The role or profile that a value is; undefined where it can't be told. */
export function targetIn(value: Expression, block: Block): Target | undefined {
  const reference = wholeReference(value);
  const found = reference === undefined ? undefined : referred(reference);
  if (found) return found;
  const text = textOf(value, block);
  return text === undefined ? undefined : targetOf(text, referred);
}

const resource = /^(aws_iam_(?:role|instance_profile)\.[\w-]+)(?:\[[^\]]*\])?\.(name|id|arn)$/;

function referred(reference: string): Target | undefined {
  const [, id, argument] = resource.exec(reference) ?? [];
  return id === undefined ? undefined : { id, isArn: argument === 'arn' };
}

/** The reference that a value is, and nothing else. */
export function wholeReference(value: Expression | undefined): string | undefined {
  if (value?.kind === 'reference') return value.text;
  const [only, more] = value?.kind === 'template' ? value.parts : [];
  return only?.kind === 'interpolation' && !more ? wholeReference(only.value) : undefined;
}

/**
 * A text in which references stand as `${…}`. In a module they say the same wherever they stand, unless they are about
 * the block that they stand in. An account of a provider of its own has names of its own.
 */
function textOf(value: Expression | undefined, block: Block): string | undefined {
  const text = partsOf(value);
  const provider = text === undefined ? undefined : attribute(block.body, 'provider');
  if (!provider || text?.startsWith('arn:')) return text;
  const account = wholeReference(provider.value);
  return account === undefined ? undefined : `${account} ${text}`;
}

function partsOf(value: Expression | undefined): string | undefined {
  if (value?.kind === 'reference') return placeholder(value.text);
  if (value?.kind !== 'template' || !value.quoted) return undefined;
  const parts = value.parts.map((part) => {
    if (part.kind === 'text') return part.text.includes('${') ? undefined : part.text;
    const reference = part.kind === 'interpolation' ? wholeReference(part.value) : undefined;
    return reference === undefined ? undefined : placeholder(reference);
  });
  return parts.includes(undefined) ? undefined : parts.join('');
}

function placeholder(reference: string): string | undefined {
  return /\b(each|count|self)\.|[{}]/.test(reference) ? undefined : `\${${reference}}`;
}
