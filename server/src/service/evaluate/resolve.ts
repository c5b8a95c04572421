import type { PolicyNode } from '../model/nodes';
import type { RequestContext } from './requestContext';

/** Stand in patterns for `${*}` and `${?}`: the characters, not the wildcards. */
export const literalStar = '\u0001';
export const literalQuestion = '\u0002';

/** How a policy's values are read. */
export interface Reading {
  readonly context: RequestContext;
  /** The policy's version knows policy variables. */
  readonly replacesVariables: boolean;
}

const variable = /\$\{([^}]*)\}/g;

/**
 * The text of a value with its policy variables replaced; undefined when a part of it is not known.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function resolveValue(node: PolicyNode, { context, replacesVariables }: Reading): string | undefined {
  if (node.kind === 'object' || node.kind === 'array' || node.kind === 'computed') return undefined;
  if (!replacesVariables || !node.text.includes('${')) return node.text;
  let isKnown = true;
  const text = node.text.replace(variable, (_all, inside: string) => {
    const value = valueOf(inside, context);
    if (value === undefined) isKnown = false;
    return value ?? '';
  });
  return isKnown ? text : undefined;
}

const escapes: Readonly<Record<string, string>> = { '*': literalStar, '?': literalQuestion, $: '$' };

function valueOf(inside: string, context: RequestContext): string | undefined {
  const escaped = escapes[inside.trim()];
  if (escaped !== undefined) return escaped;
  const [, key = '', fallback] = /^\s*([^,]*?)\s*(?:,\s*'(.*)'\s*)?$/.exec(inside) ?? [];
  const state = context.state(key);
  if (state === 'unknown') return undefined;
  // A variable without a value makes AWS ignore the statement, or not match it: nothing to build on.
  if (state === 'absent') return fallback;
  return state.length === 1 ? state[0] : undefined;
}
