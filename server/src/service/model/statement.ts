import { ActionPattern } from './action';
import { type ConditionBlock, type ConditionClause, readCondition } from './condition';
import { type Entry, listOf, type ObjectNode, type OffsetRange, type PolicyNode } from './nodes';
import { type PrincipalValue, readPrincipals } from './principal';
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
export class Statement {
  private readonly elements = new Map<string, Entry>();
  private readActions: readonly ActionPattern[] | undefined;
  private readResources: readonly ResourcePattern[] | undefined;
  private readBlocks: readonly ConditionBlock[] | undefined;
  private readClauses: readonly ConditionClause[] | undefined;
  private readPrincipalValues: readonly PrincipalValue[] | undefined;

  constructor(
    readonly node: ObjectNode,
    /** Position in the list of statements. */
    readonly index: number,
  ) {
    for (const entry of node.entries) this.elements.set(entry.key.text, entry);
  }

  get range(): OffsetRange {
    return this.node.range;
  }

  /** The element of that name; the last one when it is repeated, as JSON parsers do. */
  element(name: StatementElement): Entry | undefined {
    return this.elements.get(name);
  }

  value(name: StatementElement): PolicyNode | undefined {
    return this.elements.get(name)?.value;
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
    return (this.readActions ??= [
      ...strings(this.value('Action')).map((node) => new ActionPattern(node, false)),
      ...strings(this.value('NotAction')).map((node) => new ActionPattern(node, true)),
    ]);
  }

  /** Strings of `Resource` and `NotResource`. */
  get resources(): readonly ResourcePattern[] {
    return (this.readResources ??= [
      ...strings(this.value('Resource')).map((node) => new ResourcePattern(node, false)),
      ...strings(this.value('NotResource')).map((node) => new ResourcePattern(node, true)),
    ]);
  }

  get principals(): readonly PrincipalValue[] {
    return (this.readPrincipalValues ??= [
      ...readPrincipals(this.value('Principal'), false),
      ...readPrincipals(this.value('NotPrincipal'), true),
    ]);
  }

  get conditionBlocks(): readonly ConditionBlock[] {
    return (this.readBlocks ??= readCondition(this.value('Condition')));
  }

  get conditionClauses(): readonly ConditionClause[] {
    return (this.readClauses ??= this.conditionBlocks.flatMap((block) => block.clauses));
  }

  /** An element stands more than once. */
  get repeatsElements(): boolean {
    return this.elements.size !== this.node.entries.length;
  }

  get usesNotAction(): boolean {
    return this.elements.has('NotAction');
  }

  get usesNotResource(): boolean {
    return this.elements.has('NotResource');
  }
}

function strings(node: PolicyNode | undefined) {
  return listOf(node).filter((item) => item.kind === 'string');
}
