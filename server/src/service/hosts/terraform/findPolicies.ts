import type { KindOfPolicy } from '../../checks/check';
import { kindFromShape } from '../../kinds/inferKind';
import { isPolicy } from '../../kinds/recognise';
import type { OffsetRange, PolicyNode } from '../../model/nodes';
import { PolicyDocument } from '../../model/policyDocument';
import type { PolicyFile } from '../../policyFile';
import type { PolicySyntax } from '../host';
import { documentNode } from './documentNodes';
import {
  type Attribute,
  type Block,
  type Call,
  type Expression,
  type HclObject,
  type HclProblem,
  innerOf,
  type Template,
} from './hcl/ast';
import type { Choose } from '../cases';
import { expanded, expandedBlock, hasDynamicStatements, mergedObject, onlyValue, readingsOf } from './expand';
import { decode, jsonPolicy } from './jsonTemplate';
import { holesOf, withHoles } from './holes';
import { keyText } from './keys';
import { argumentKind, hasForeignVersion, isOtherPolicy, withoutDirectoryBuckets } from './kinds';
import { withBlocks } from './oldBlocks';
import { lowerBoundOf } from './size';
import { documentSyntax, heredocSyntax, objectSyntax, quotedSyntax, textsOnly } from './syntax';
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
 * The policies of a block, in the order of their places.
 *
 * @param told the kind of the document that the block is, as its uses say
 * @param replaced texts that the file replaces, so that they are none in a policy
 * @param known those of an earlier text; what says the same is not read again
 */
export function findPolicies(
  block: Block,
  problems: readonly HclProblem[],
  text: string,
  told: KindOfPolicy | undefined,
  replaced: readonly string[],
  known: Known | undefined,
): Found[] {
  return new Finder(block, problems, text, told, replaced, known).find();
}

/** The name of the document that a block is. */
export function documentName({ type, labels }: Block): string | undefined {
  const [kind, name] = labels;
  const isDocument = type.text === 'data' && kind?.text === 'aws_iam_policy_document';
  return isDocument ? (name?.text ?? '') : undefined;
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

  constructor(
    private readonly block: Block,
    private readonly problems: readonly HclProblem[],
    private readonly text: string,
    private readonly told: KindOfPolicy | undefined,
    private readonly replaced: readonly string[],
    private readonly known: Known | undefined,
  ) {}

  find(): Found[] {
    const { block } = this;
    const [type] = block.labels;
    const name = documentName(block);
    if (name !== undefined) this.document(block, name);
    else if (!isOtherPolicy(block))
      this.body(block, { owner: ownerOf(block), type: (type ?? block.type).text, block });
    return this.found.sort((a, b) => a.start - b.start);
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
    const only = onlyValue(value);
    if (only) this.expression(only, place);
    else if (value.kind === 'template') this.template(value, place);
    else if (value.kind === 'object') this.object(value, place);
    else if (value.kind === 'call' && value.name.text === 'merge') this.merge(value, place);
    else for (const inner of innerOf(value)) this.expression(inner, place);
  }

  private template(template: Template, place: Place): void {
    if (!this.text.slice(template.range.start, template.range.end).includes('Statement')) return;
    const range = { start: template.contentStart, end: template.contentEnd };
    this.add(range, place.owner, toldKind(place), () => {
      const decoded = decode(template);
      const policy = decoded && jsonPolicy(decoded);
      const syntax = template.quoted && decoded ? quotedSyntax(decoded) : heredocSyntax;
      return policy && isPolicy(policy) && !hasForeignVersion(policy) ? { policy, syntax } : undefined;
    });
  }

  private object(object: HclObject, place: Place): void {
    const isFound = this.add(object.range, place.owner, toldKind(place), () => {
      const policy = this.policyIn(object);
      return policy && !hasForeignVersion(policy) ? { policy, syntax: objectSyntax } : undefined;
    });
    if (isFound) {
      this.readings(object, object.range, place.owner, toldKind(place), objectSyntax, (choose) =>
        valueNode(expanded(object, choose)),
      );
      return;
    }
    for (const { key, value } of object.entries)
      if (value) this.expression(value, { ...place, argument: keyText(key) ?? place.argument });
  }

  /** Of a policy in pieces nothing is known to be missing; it is read where all of its pieces are there. */
  private merge(call: Call, place: Place): void {
    const object = mergedObject(call, call.args);
    if (!object) return;
    this.add(call.range, place.owner, toldKind(place), () => {
      const policy = this.policyIn(object);
      return policy && !hasForeignVersion(policy) ? { policy, syntax: textsOnly(objectSyntax) } : undefined;
    });
  }

  private policyIn(object: HclObject): PolicyDocument | undefined {
    if (!object.entries.some(({ key }) => keyText(key) === 'Statement')) return undefined;
    const policy = this.policyOf(valueNode(object), object.range);
    return isPolicy(policy) || isBegun(policy) ? policy : undefined;
  }

  private document(written: Block, name: string): void {
    const owner = `data.aws_iam_policy_document.${name}`;
    const block = withBlocks(written);
    const syntax = block === written ? documentSyntax : textsOnly(documentSyntax);
    this.add(block.range, owner, this.told, () => ({
      policy: this.policyOf(documentNode(block), block.range),
      syntax,
    }));
    this.readings(block, block.range, owner, this.told, syntax, (choose) =>
      documentNode(expandedBlock(block, choose)),
    );
  }

  /** The policy as its conditionals and functions make it, beside the one that is written. */
  private readings(
    source: Expression | Block,
    range: OffsetRange,
    owner: string,
    told: KindOfPolicy | undefined,
    syntax: PolicySyntax,
    read: (choose: Choose) => PolicyNode,
  ): void {
    // What conditionals leave out makes no other kind of it; without a statement that is known, it shows none.
    const written = this.found.at(-1)?.file;
    const kind = told ?? (written && written.policy.statements.length > 0 ? written.kind : undefined);
    // Where a loop makes statements, there may be none of them.
    const isOpen = source.kind === 'block' && hasDynamicStatements(source);
    const size = isOpen ? written?.policy.size.all : undefined;
    for (const [reading, choose] of readingsOf(source).entries()) {
      this.add(
        range,
        owner,
        kind,
        () => ({
          policy: this.policyOf(read(choose), range, size),
          syntax: textsOnly(syntax),
          isAlternative: true,
          reading: 'branches',
        }),
        reading,
      );
    }
  }

  /** Keeps what was known, or reads it. Gives whether there is a policy. */
  private add(
    range: OffsetRange,
    owner: string,
    told: KindOfPolicy | undefined,
    read: () => Pick<PolicyFile, 'policy' | 'syntax' | 'isAlternative' | 'reading'> | undefined,
    reading?: number,
  ): boolean {
    // What is broken around it can make the same text be read otherwise.
    const broken = this.problemsIn(range).map((one) => [one.range.start - range.start, one.message]);
    const text = this.text.slice(range.start, range.end);
    const name = `${owner} ${JSON.stringify([told, broken, this.replaced, reading])} ${text}`;
    const before = this.known?.get(name);
    const found = before ? undefined : read();
    if (!before && !found) return false;
    const file = before ?? { ...found!, owner, range, kind: kindOf(found!.policy, told) };
    this.found.push({ name, file, start: range.start });
    return true;
  }

  private problemsIn({ start, end }: OffsetRange): readonly HclProblem[] {
    return this.problems.filter(({ range }) => start <= range.start && range.start <= end);
  }

  private policyOf(written: PolicyNode, range: OffsetRange, size?: number): PolicyDocument {
    const root = withHoles(written, holesOf(this.replaced));
    const problems = this.problemsIn(range).map((problem) => ({
      range: problem.range,
      message: problem.message,
      isOfHost: true,
    }));
    const length = size ?? lowerBoundOf(root);
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
