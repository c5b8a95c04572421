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

/** All policies of a Terraform file, in the order of their places. */
export function findPolicies(file: HclFile, text: string, isJson = false): PolicyFile[] {
  const found = new Finder(file, text).find();
  return isJson ? found.map((one) => ({ ...one, syntax: readOnlySyntax })) : found;
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
  private readonly found: PolicyFile[] = [];
  private readonly uses;

  constructor(
    private readonly file: HclFile,
    private readonly text: string,
  ) {
    this.uses = usesOfDocuments(file.body);
  }

  find(): PolicyFile[] {
    for (const item of this.file.body.items) if (item.kind === 'block') this.block(item);
    return this.found.sort((a, b) => a.range.start - b.range.start);
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
    const policy = jsonPolicy(template, this.file.comments);
    if (!policy || !isPolicy(policy)) return;
    const range = { start: template.contentStart, end: template.contentEnd };
    this.add(policy, range, place, template.quoted ? readOnlySyntax : heredocSyntax);
  }

  private object(object: HclObject, place: Place): void {
    const policy = this.policyIn(object);
    if (policy) {
      this.add(policy, object.range, place, objectSyntax);
      return;
    }
    for (const { key, value } of object.entries)
      if (value) this.expression(value, { ...place, argument: keyText(key) ?? place.argument });
  }

  private policyIn(object: HclObject): PolicyDocument | undefined {
    if (!object.entries.some(({ key }) => keyText(key) === 'Statement')) return undefined;
    const policy = this.policyOf(valueNode(object), object.range);
    return isPolicy(policy) || isBegun(policy) ? policy : undefined;
  }

  private document(block: Block, name: string): void {
    const policy = this.policyOf(documentNode(block), block.range);
    const kind = withoutDirectoryBuckets(this.uses.get(name) ?? kindFromShape(policy), policy);
    const owner = `data.aws_iam_policy_document.${name}`;
    this.found.push({ policy, kind, owner, range: block.range, syntax: documentSyntax });
  }

  private add(
    policy: PolicyDocument,
    range: OffsetRange,
    { owner, type, argument, block }: Place,
    syntax: PolicyFile['syntax'],
  ): void {
    if (hasForeignVersion(policy)) return;
    const kind = argumentKind(type, argument, block) ?? kindFromShape(policy);
    this.found.push({ policy, kind: withoutDirectoryBuckets(kind, policy), owner, range, syntax });
  }

  private policyOf(root: PolicyNode, range: OffsetRange): PolicyDocument {
    const problems = this.file.problems
      .filter((problem) => range.start <= problem.range.start && problem.range.start <= range.end)
      .map((problem) => ({ range: problem.range, message: problem.message, isOfHost: true }));
    const length = lowerBoundOf(root);
    const own = this.text.slice(range.start, range.end);
    return new PolicyDocument(
      root,
      problems,
      { withoutWhitespace: length, all: length },
      this.file.comments,
      {
        hasPlainCharacters: !/[^\t\n\r\u0020-\u00ff]/.test(own),
        hasVariables: /[$&]\{|\\u/.test(own),
      },
    );
  }
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
