import type { KindOfPolicy } from '../../checks/check';
import { kindFromShape } from '../../kinds/inferKind';
import { isPolicy } from '../../kinds/recognise';
import type { OffsetRange, PolicyNode } from '../../model/nodes';
import { PolicyDocument } from '../../model/policyDocument';
import type { PolicyFile } from '../../policyFile';
import { documentNode } from './documentNodes';
import {
  type Attribute,
  type Block,
  type Expression,
  type HclFile,
  type HclObject,
  innerOf,
  type Template,
} from './hcl/ast';
import { jsonPolicy } from './jsonTemplate';
import { argumentKind, hasForeignVersion, isOtherPolicy, withoutDirectoryBuckets } from './kinds';
import { lowerBoundOf } from './size';
import { documentSyntax, heredocSyntax, objectSyntax, readOnlySyntax } from './syntax';
import { usesOfDocuments } from './uses';
import { valueNode } from './valueNodes';

/** Policies as they were first read, by what they are and what they say. */
export type Known = ReadonlyMap<string, PolicyFile>;

/** A policy of a text, which may have been read when it stood elsewhere. */
export interface Found {
  /** What it is and what it says. */
  readonly name: string;
  readonly file: PolicyFile;
  readonly start: number;
}

/**
 * All policies of a Terraform file, in the order of their places.
 *
 * @param known those of an earlier text; what says the same is not read again
 */
export function findPolicies(file: HclFile, text: string, isJson = false, known?: Known): Found[] {
  const found = new Finder(file, text, known).find();
  return isJson ? found.map((one) => ({ ...one, file: { ...one.file, syntax: readOnlySyntax } })) : found;
}

/** Where an expression stands. */
interface Place {
  /** `aws_iam_role.web`, `local.policy` */
  readonly owner: string;
  /** Of the resource, and the argument: `aws_iam_role`, `assume_role_policy`. */
  readonly type: string;
  readonly argument: string;
  readonly block: Block;
}

class Finder {
  private readonly found: Found[] = [];
  private readonly uses;

  constructor(
    private readonly file: HclFile,
    private readonly text: string,
    private readonly known: Known | undefined,
  ) {
    this.uses = usesOfDocuments(file.body);
  }

  find(): Found[] {
    for (const item of this.file.body.items) if (item.kind === 'block') this.block(item);
    return this.found.sort((a, b) => a.start - b.start);
  }

  private block(block: Block): void {
    const [type, name] = block.labels.map(({ text }) => text);
    if (block.type.text === 'data' && type === 'aws_iam_policy_document') this.document(block, name ?? '');
    else if (!isOtherPolicy(block))
      this.body(block, { owner: ownerOf(block), type: type ?? block.type.text, block });
  }

  private body({ body }: Block, place: Omit<Place, 'argument'>): void {
    for (const item of body.items) {
      if (item.kind === 'block') this.body(item, place);
      else this.attribute(item, place);
    }
  }

  private attribute({ name, value }: Attribute, place: Omit<Place, 'argument'>): void {
    if (value) this.expression(value, { ...place, argument: name.text });
  }

  /** Looks for policies in an expression, but not for policies within a policy. */
  private expression(value: Expression, place: Place): void {
    if (value.kind === 'template') this.template(value, place);
    else if (value.kind === 'object') this.object(value, place);
    else for (const inner of innerOf(value)) this.expression(inner, place);
  }

  private template(template: Template, place: Place): void {
    if (!this.text.slice(template.range.start, template.range.end).includes('Statement')) return;
    const range = { start: template.contentStart, end: template.contentEnd };
    this.add(range, place.owner, toldKind(place), () => {
      const policy = jsonPolicy(template);
      const syntax = template.quoted ? readOnlySyntax : heredocSyntax;
      return policy && isPolicy(policy) && !hasForeignVersion(policy) ? { policy, syntax } : undefined;
    });
  }

  private object(object: HclObject, place: Place): void {
    const isFound = this.add(object.range, place.owner, toldKind(place), () => {
      const policy = this.policyIn(object);
      return policy && !hasForeignVersion(policy) ? { policy, syntax: objectSyntax } : undefined;
    });
    if (isFound) return;
    for (const { key, value } of object.entries)
      if (value) this.expression(value, { ...place, argument: keyText(key) ?? place.argument });
  }

  private policyIn(object: HclObject): PolicyDocument | undefined {
    if (!object.entries.some(({ key }) => keyText(key) === 'Statement')) return undefined;
    const policy = this.policyOf(valueNode(object), object.range);
    return isPolicy(policy) || isBegun(policy) ? policy : undefined;
  }

  private document(block: Block, name: string): void {
    const owner = `data.aws_iam_policy_document.${name}`;
    this.add(block.range, owner, this.uses.get(name), () => ({
      policy: this.policyOf(documentNode(block), block.range),
      syntax: documentSyntax,
    }));
  }

  /** Keeps what was known, or reads it. Gives whether there is a policy. */
  private add(
    range: OffsetRange,
    owner: string,
    told: KindOfPolicy | undefined,
    read: () => Pick<PolicyFile, 'policy' | 'syntax'> | undefined,
  ): boolean {
    const name = `${owner} ${JSON.stringify(told)} ${this.text.slice(range.start, range.end)}`;
    const before = this.known?.get(name);
    const found = before ? undefined : read();
    if (!before && !found) return false;
    const file = before ?? { ...found!, owner, range, kind: kindOf(found!.policy, told) };
    this.found.push({ name, file, start: range.start });
    return true;
  }

  private policyOf(root: PolicyNode, range: OffsetRange): PolicyDocument {
    const problems = this.file.problems
      .filter((problem) => range.start <= problem.range.start && problem.range.start <= range.end)
      .map((problem) => ({ range: problem.range, message: problem.message, isOfHost: true }));
    const length = lowerBoundOf(root);
    const own = this.text.slice(range.start, range.end);
    return new PolicyDocument(root, problems, { withoutWhitespace: length, all: length }, [], {
      hasPlainCharacters: !/[^\t\n\r\u0020-\u00ff]/.test(own),
      hasVariables: /[$&]\{|\\u/.test(own),
    });
  }
}

function toldKind({ type, argument, block }: Place): KindOfPolicy | undefined {
  return argumentKind(type, argument, block);
}

function kindOf(policy: PolicyDocument, told: KindOfPolicy | undefined): KindOfPolicy {
  return withoutDirectoryBuckets(told ?? kindFromShape(policy), policy);
}

/** Somebody has begun to write it, or only Terraform knows its statements. */
function isBegun(policy: PolicyDocument): boolean {
  const statement = policy.value('Statement');
  const isOpen =
    statement?.kind === 'computed' || statement?.kind === 'array' || statement?.kind === 'object';
  return policy.element('Version') !== undefined && isOpen;
}

function ownerOf({ type, labels }: Block): string {
  const names = labels.map(({ text }) => text);
  if (type.text === 'resource') return names.join('.');
  return [type.text === 'locals' ? 'local' : type.text, ...names].join('.');
}

/** A key as far as it is known. */
export function keyText(key: Expression): string | undefined {
  if (key.kind === 'reference') return key.text;
  const [only, more] = key.kind === 'template' ? key.parts : [];
  return only?.kind === 'text' && !more ? only.text : undefined;
}
