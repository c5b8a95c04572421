import type { Memory } from '../remember';
import { ActionPattern } from './action';
import { type ConditionBlock, type ConditionClause, readCondition } from './condition';
import {
  type Entry,
  hasComputed,
  listOf,
  type ObjectNode,
  type OffsetRange,
  type PolicyNode,
  type StringNode,
} from './nodes';
import { type PartialText, partialTexts } from './partialText';
import { type PartialPrincipal, partialPrincipals, type PrincipalValue, readPrincipals } from './principal';
import { ResourcePattern } from './resource';

/** Elements of a statement, as the policy grammar spells them (case counts). */
export const statementElements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const;
export type StatementElement = (typeof statementElements)[number];

/**
 * A statement of a policy, read from its object as far as it makes sense. What a getter returns is computed
 * when first asked for and kept.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export class Statement implements Memory {
  private kept: Map<unknown, unknown> | undefined;
  private readonly elements: Elements = {
    Sid: undefined,
    Effect: undefined,
    Principal: undefined,
    NotPrincipal: undefined,
    Action: undefined,
    NotAction: undefined,
    Resource: undefined,
    NotResource: undefined,
    Condition: undefined,
  };
  /** Which of {@link statementElements} there are: a bit each, in their order. */
  readonly present: number;
  /** How many of them there are. */
  readonly countKnown: number;
  private readActions: readonly ActionPattern[] | undefined;
  private readResources: readonly ResourcePattern[] | undefined;
  private readBlocks: readonly ConditionBlock[] | undefined;
  private readClauses: readonly ConditionClause[] | undefined;
  private mayReachAll: boolean | undefined;
  private readPrincipalValues: readonly PrincipalValue[] | undefined;

  constructor(
    readonly node: ObjectNode,
    /** Position in the list of statements. */
    readonly index: number,
  ) {
    let [present, count] = [0, 0];
    for (const entry of node.entries) {
      const name = entry.key.text;
      const bit = elementBits.get(name);
      if (bit === undefined) continue;
      if (!(present & bit)) count++;
      present |= bit;
      this.elements[name as StatementElement] = entry;
    }
    this.present = present;
    this.countKnown = count;
  }

  get memory(): Map<unknown, unknown> {
    return (this.kept ??= new Map());
  }

  get range(): OffsetRange {
    return this.node.range;
  }

  /** The element of that name; the last one when it is repeated, as JSON parsers do. */
  element(name: StatementElement): Entry | undefined {
    return this.elements[name];
  }

  /** The same where it is certainly there: what is computed as a whole may be nothing, and then the element is left out. */
  certainElement(name: StatementElement): Entry | undefined {
    const entry = this.elements[name];
    return entry?.value?.kind === 'computed' ? undefined : entry;
  }

  value(name: StatementElement): PolicyNode | undefined {
    return this.elements[name]?.value;
  }

  /** The effect, when it is exactly one of the two. */
  get effect(): 'Allow' | 'Deny' | undefined {
    const node = this.value('Effect');
    return node?.kind === 'string' && (node.text === 'Allow' || node.text === 'Deny') ? node.text : undefined;
  }

  get sid(): string | undefined {
    const node = this.value('Sid');
    return node?.kind === 'string' ? node.text : undefined;
  }

  /** Strings of `Action` and `NotAction`. */
  get actions(): readonly ActionPattern[] {
    return (this.readActions ??= patterns(this.value('Action'), this.value('NotAction'), ActionPattern));
  }

  /** Strings of `Resource` and `NotResource`. */
  get resources(): readonly ResourcePattern[] {
    return (this.readResources ??= patterns(
      this.value('Resource'),
      this.value('NotResource'),
      ResourcePattern,
    ));
  }

  /** Values of `Action` and `NotAction` that are known in part. */
  get partialActions(): readonly PartialText[] {
    return partialTexts(this.value('Action') ?? this.value('NotAction'));
  }

  /** Values of `Resource` and `NotResource` that are known in part. */
  get partialResources(): readonly PartialText[] {
    return partialTexts(this.value('Resource') ?? this.value('NotResource'));
  }

  /** Values of `Principal` and `NotPrincipal` that are known in part. */
  get partialPrincipals(): readonly PartialPrincipal[] {
    return [...partialPrincipals(this.value('Principal')), ...partialPrincipals(this.value('NotPrincipal'))];
  }

  get principals(): readonly PrincipalValue[] {
    return (this.readPrincipalValues ??= this.readPrincipals());
  }

  private readPrincipals(): readonly PrincipalValue[] {
    const [plain, negated] = [this.value('Principal'), this.value('NotPrincipal')];
    if (!plain && !negated) return none;
    return [...readPrincipals(plain, false), ...readPrincipals(negated, true)];
  }

  get conditionBlocks(): readonly ConditionBlock[] {
    return (this.readBlocks ??= readCondition(this.value('Condition')));
  }

  get conditionClauses(): readonly ConditionClause[] {
    return (this.readClauses ??= clausesOf(this.conditionBlocks));
  }

  /** It may be about every resource: for `*`, for NotResource, and where something is computed or missing. */
  get reachesAll(): boolean {
    return (this.mayReachAll ??= this.readReachesAll());
  }

  private readReachesAll(): boolean {
    const { resources } = this;
    if (this.usesNotResource || resources.length === 0) return true;
    return resources.some(({ isStar }) => isStar) || hasComputed(this.value('Resource'));
  }

  /** An element stands more than once. */
  get repeatsElements(): boolean {
    const { entries } = this.node;
    if (this.countKnown === entries.length) return false;
    return new Set(entries.map(({ key }) => key.text)).size !== entries.length;
  }

  get usesNotAction(): boolean {
    return this.elements.NotAction !== undefined;
  }

  get usesNotResource(): boolean {
    return this.elements.NotResource !== undefined;
  }
}

const none: readonly never[] = [];

function clausesOf(blocks: readonly ConditionBlock[]): readonly ConditionClause[] {
  if (blocks.length === 0) return none;
  return blocks.length === 1 ? blocks[0]!.clauses : blocks.flatMap(({ clauses }) => clauses);
}

type Elements = Record<StatementElement, Entry | undefined>;

const elementBits: ReadonlyMap<string, number> = new Map(
  statementElements.map((name, index) => [name, 1 << index]),
);

/** The strings of an element and of its negation, in that order. */
function patterns<Pattern>(
  plain: PolicyNode | undefined,
  negated: PolicyNode | undefined,
  Pattern: new (node: StringNode, negated: boolean) => Pattern,
): Pattern[] {
  const found: Pattern[] = [];
  for (const node of listOf(plain)) if (node.kind === 'string') found.push(new Pattern(node, false));
  for (const node of listOf(negated)) if (node.kind === 'string') found.push(new Pattern(node, true));
  return found;
}
