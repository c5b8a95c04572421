import type { Target } from '../../checks/template/facts';
import { targetOf } from '../../checks/template/names';
import type { PolicyNode } from '../../model/nodes';
import { functionOf } from './intrinsics';

/** The role or profile that a value names; undefined where it can't be told. */
export function targetIn(node: PolicyNode): Target | undefined {
  const text = textOf(node);
  return text === undefined ? undefined : targetOf(text, referred);
}

/** `${Role}` gives the name, `${Role.Arn}` the ARN; what has another colon or dot leads to no resource of this kind. */
function referred(reference: string): Target | undefined {
  const [, id, arn] = /^(\w+)(\.Arn)?$/.exec(reference) ?? [];
  return id === undefined ? undefined : { id, ...(arn !== undefined && { isArn: true }) };
}

/**
 * A text in which references stand as `${…}`, however they are written: in a template they say the same wherever they
 * stand. Undefined where something else is filled in.
 */
export function textOf(node: PolicyNode | undefined): string | undefined {
  if (node?.kind === 'string') return /\{\{resolve:|\$\{/.test(node.text) ? undefined : node.text;
  const call = node?.kind === 'object' ? functionOf(node) : undefined;
  if (!call) return undefined;
  const { name, argument } = call;
  switch (name) {
    case 'Ref':
      return argument?.kind === 'string' ? `\${${argument.text}}` : undefined;
    case 'Fn::GetAtt':
      return attributeOf(argument);
    case 'Fn::Sub':
      return argument?.kind === 'string' && !/\$\{!|\{\{resolve:/.test(argument.text)
        ? argument.text.replace(/\$\{\s*([^{}]*?)\s*\}/g, '${$1}')
        : undefined;
    case 'Fn::Join':
      return joined(argument);
    default:
      return undefined;
  }
}

function attributeOf(argument: PolicyNode | undefined): string | undefined {
  if (argument?.kind === 'string') return `\${${argument.text}}`;
  const parts = argument?.kind === 'array' ? argument.items.map(textOf) : [];
  return parts.length === 2 && !parts.includes(undefined) ? `\${${parts.join('.')}}` : undefined;
}

function joined(argument: PolicyNode | undefined): string | undefined {
  const [delimiter, list] = argument?.kind === 'array' ? argument.items : [];
  if (delimiter?.kind !== 'string' || list?.kind !== 'array') return undefined;
  const parts = list.items.map(textOf);
  return parts.includes(undefined) ? undefined : parts.join(delimiter.text);
}
