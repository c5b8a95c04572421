import type { OpenFact, ProfileFact, RoleFact, TemplateFact, UseFact } from '../../checks/template/facts';
import type { PolicyFile } from '../../policyFile';
import { terraformUses } from '../roleUses';
import { shifted } from '../shifted';
import type { Found } from './findPolicies';
import { attribute, type Attribute, type Block, type Body, blocks, type Expression } from './hcl/ast';
import { onlyValue } from './expand';
import { keyText } from './keys';
import { nameOf, targetIn, wholeReference } from './names';

/**
 * What a block says of roles, profiles and those who use them.
 *
 * @param found its policies
 * @param text of the block
 */
export function factsOf(block: Block, found: readonly Found[], text: string): readonly TemplateFact[] {
  const [type, name] = block.labels;
  switch (block.type.text) {
    case 'resource':
      return type && name ? resourceFacts(block, type.text, found) : none;
    case 'data':
      return type?.text === 'aws_iam_policy_document' && name ? documentsOf(block, found) : none;
    case 'locals':
      return localsOf(block, found);
    case 'module':
      return handedOn(text);
    default:
      return none;
  }
}

const none: readonly TemplateFact[] = [];

function resourceFacts(block: Block, type: string, found: readonly Found[]): readonly TemplateFact[] {
  if (type === 'aws_iam_role') return [roleOf(block, found)];
  if (type === 'aws_iam_instance_profile') return [profileOf(block)];
  return (terraformUses().get(type) ?? []).flatMap(({ path, services, wants }) =>
    valuesAt(block.body, path)
      .flatMap((value) => (value.kind === 'tuple' ? value.items : [value]))
      .map((value, index, { length }): UseFact => {
        const argument = `${path.join('/')}${length > 1 ? ` ${String(index)}` : ''}`;
        const target = targetIn(value, block);
        return { kind: 'use', id: idOf(block), argument, services, wants, target, range: value.range };
      }),
  );
}

function idOf({ labels }: Block): string {
  return labels.map(({ text }) => text).join('.');
}

/** What both roles and profiles have. */
function namedOf(block: Block) {
  const mayBeAbsent = block.body.items.some(
    (item) => item.kind === 'attribute' && /^(count|for_each)$/.test(item.name.text),
  );
  const id = idOf(block);
  return { id, range: block.labels[1]!.range, name: nameOf(block, id), ...(mayBeAbsent && { mayBeAbsent }) };
}

function roleOf(block: Block, found: readonly Found[]): RoleFact {
  const value = attribute(block.body, 'assume_role_policy')?.value;
  const trust = value && policyIn(value, found);
  const document = value && documentNamed(value);
  return { kind: 'role', ...namedOf(block), ...(trust && { trust }), ...(document && { document }) };
}

function profileOf(block: Block): ProfileFact {
  const value = attribute(block.body, 'role')?.value;
  const roles = value ? [{ target: targetIn(value, block), range: value.range, isCertain: true }] : [];
  return { kind: 'profile', ...namedOf(block), roles };
}

/** The policy that a value is, and nothing else. */
function policyIn(value: Expression, found: readonly Found[]): PolicyFile | undefined {
  const whole = decoded(value);
  if (whole.kind !== 'template' && whole.kind !== 'object') return undefined;
  const { start, end } = whole.range;
  const [only, ...others] = asWritten(found).filter((one) => start <= one.start && one.start < end);
  return only && others.length === 0 ? placed(only) : undefined;
}

/** What `jsonencode` is given, or the value itself. */
function decoded(value: Expression): Expression {
  const only = onlyValue(value);
  if (only) return decoded(only);
  const isCall = value.kind === 'call' && value.name.text === 'jsonencode' && value.args.length === 1;
  return isCall ? value.args[0]! : value;
}

/** The document or local value that a value is, as the template calls it. */
function documentNamed(value: Expression): string | undefined {
  const reference = wholeReference(decoded(value)) ?? '';
  const [, document] =
    /^(data\.aws_iam_policy_document\.[\w-]+)(?:\[[^\]]*\])?\.(?:json|minified_json)$/.exec(reference) ?? [];
  return document ?? /^local\.[\w-]+$/.exec(reference)?.[0];
}

function localsOf({ body }: Block, found: readonly Found[]): readonly TemplateFact[] {
  if (found.length === 0) return none;
  return body.items
    .filter((item): item is Attribute => item.kind === 'attribute')
    .flatMap(({ name, value }) => {
      const file = value && policyIn(value, found);
      return file ? [{ kind: 'document' as const, id: `local.${name.text}`, file }] : [];
    });
}

function documentsOf(block: Block, found: readonly Found[]): readonly TemplateFact[] {
  return asWritten(found).map((one) => ({ kind: 'document', id: `data.${idOf(block)}`, file: placed(one) }));
}

/** Without what conditionals make of the same policy: as it is written, they are computed. */
function asWritten(found: readonly Found[]): readonly Found[] {
  return found.filter(({ file }) => !file.isAlternative);
}

/** With its place in the block. */
function placed({ file, start }: Found): PolicyFile {
  return shifted(file, start - file.range.start);
}

/** Roles that a module is given, which may make profiles of their names. */
function handedOn(text: string): readonly OpenFact[] {
  const ids = new Set([...text.matchAll(/\baws_iam_role\.[\w-]+/g)].map(([id]) => id));
  return [...ids].map((id) => ({ kind: 'open', id }));
}

/** Values at a path, in every block on the way, which is an object in Terraform's JSON; `**` leads through any blocks. */
function valuesAt(body: Body, path: readonly string[]): readonly Expression[] {
  const [name, ...rest] = path;
  if (name === '**') {
    const inner = body.items.flatMap((item) => (item.kind === 'block' ? valuesAt(item.body, path) : []));
    return [...valuesAt(body, rest), ...inner];
  }
  const value = attribute(body, name ?? '')?.value;
  if (rest.length === 0) return value ? [value] : [];
  return [
    ...blocks(body, name ?? '').flatMap((block) => valuesAt(block.body, rest)),
    ...(value ? valuesIn(value, rest) : []),
  ];
}

function valuesIn(value: Expression, path: readonly string[]): readonly Expression[] {
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  if (value.kind === 'tuple') return value.items.flatMap((item) => valuesIn(item, path));
  if (value.kind !== 'object') return [];
  const entry = value.entries.find(({ key }) => keyText(key) === name);
  return entry?.value ? valuesIn(entry.value, rest) : [];
}
