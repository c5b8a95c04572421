import type { KindOfPolicy } from '../../checks/check';
import { type Block, type Expression, innerOf } from './hcl/ast';
import { argumentKind } from './kinds';

const reference = /^data\.aws_iam_policy_document\.([\w-]+)(?:\[[^\]]*\])?\.(?:json|minified_json)$/;

/** A document, by its name, and what the argument that takes it says of its kind. */
export type Use = readonly [name: string, kind: KindOfPolicy | undefined];

/** The documents that a block of a file uses. */
export function usesIn(block: Block): Use[] {
  if (block.type.text !== 'resource') return [];
  const type = block.labels[0]?.text ?? '';
  const uses: Use[] = [];
  visitAttributes(block, (argument, value) => {
    for (const text of referencesIn(value)) {
      const name = reference.exec(text)?.[1];
      if (name !== undefined) uses.push([name, argumentKind(type, argument, block)]);
    }
  });
  return uses;
}

/**
 * What a file uses each `aws_iam_policy_document` for, by its name.
 * Documents that are used for several kinds, or for none that is known, are left out.
 */
export function kindsOfDocuments(uses: Iterable<Use>): Map<string, KindOfPolicy> {
  const kinds = new Map<string, KindOfPolicy | undefined>();
  for (const [name, kind] of uses) kinds.set(name, kinds.has(name) ? common(kinds.get(name), kind) : kind);
  return new Map([...kinds].filter((entry): entry is [string, KindOfPolicy] => entry[1] !== undefined));
}

/** What both say. */
function common(a: KindOfPolicy | undefined, b: KindOfPolicy | undefined): KindOfPolicy | undefined {
  if (!a || a.kind !== b?.kind) return undefined;
  return a.resourceType === b.resourceType ? a : { kind: a.kind, certain: true };
}

/**
 * Texts that `replace` looks for anywhere in a block. Where a policy has such a text, what it says there is not what AWS
 * gets: modules write `_BUCKET_ARN_` and fill it in later.
 */
export function replacedIn(block: Block): string[] {
  const found: string[] = [];
  const visit = (value: Expression) => {
    const searched = value.kind === 'call' && value.name.text === 'replace' ? value.args[1] : undefined;
    const [only, more] = searched?.kind === 'template' ? searched.parts : [];
    // Between slashes stands a regular expression.
    if (only?.kind === 'text' && !more && !/^\/.*\/$/.test(only.text)) found.push(only.text);
    innerOf(value).forEach(visit);
  };
  visitAttributes(block, (_, value) => visit(value));
  return found;
}

function visitAttributes({ body }: Block, visit: (argument: string, value: Expression) => void): void {
  for (const item of body.items) {
    if (item.kind === 'block') visitAttributes(item, visit);
    else if (item.value) visit(item.name.text, item.value);
  }
}

/** References that the value may be, as a whole. */
export function referencesIn(value: Expression | undefined): string[] {
  if (value?.kind === 'reference') return [value.text];
  if (value?.kind === 'template') {
    const [only, more] = value.parts;
    return only?.kind === 'interpolation' && !more ? referencesIn(only.value) : [];
  }
  const isChoice = value?.kind === 'conditional' || (value?.kind === 'call' && choices.has(value.name.text));
  return isChoice ? innerOf(value).flatMap(referencesIn) : [];
}

/** Functions that give one of their arguments. */
const choices = new Set(['try', 'coalesce', 'one']);
