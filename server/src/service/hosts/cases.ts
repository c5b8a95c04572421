/** The branch that a condition takes, by what the condition is called; undefined where nothing is known of it. */
export type Choose = (condition: string) => number | undefined;

/** All first branches, whether they can stand side by side or not: a policy to look at, not one to judge. */
export const firstBranches: Choose = () => 0;

/** What stands in branches is unknown. */
export const noBranches: Choose = () => undefined;

/** A value that a condition chooses. */
export interface Decision<Node> {
  readonly condition: string;
  readonly branches: readonly (Node | undefined)[];
}

/** How a host writes what its conditions choose. */
export interface Chosen<Node> {
  /** The conditional that a value is. */
  readonly decisionOf: (node: Node) => Decision<Node> | undefined;
  /** The values in one that is none. */
  readonly partsOf: (node: Node) => readonly Node[];
  /** It takes away what it stands for, so that there is nothing to see. */
  readonly isNothing: (node: Node) => boolean;
}

/** Branches of conditions by their names. */
type Case = ReadonlyMap<string, number>;

/** More cases than these are not looked at: conditions within conditions could make any number of them. */
const most = 24;

/**
 * The cases of a policy, so that every branch of its conditions is there in one. Nobody knows which conditions hold
 * together: a case is one condition, with those around it, and of all others nothing is known in it. What stands in it
 * side by side may therefore meet.
 */
export function casesOf<Node>(root: Node, chosen: Chosen<Node>): readonly Choose[] {
  const cases: Case[] = [];
  for (const found of leaves(root, new Map(), chosen))
    if (!cases.some((one) => isWithin(found, one))) cases.push(found);
  return cases
    .filter((one) => !cases.some((other) => other !== one && isWithin(one, other)))
    .slice(0, most)
    .map((one) => (condition) => one.get(condition));
}

/** The innermost branches, each with all that lead to it. */
function leaves<Node>(node: Node, around: Case, chosen: Chosen<Node>): Case[] {
  const decision = chosen.decisionOf(node);
  if (!decision) return chosen.partsOf(node).flatMap((part) => leaves(part, around, chosen));
  const { condition, branches } = decision;
  const known = around.get(condition);
  return branches.flatMap((branch, index) => {
    if (branch === undefined || chosen.isNothing(branch) || (known ?? index) !== index) return [];
    const own = known === undefined ? new Map([...around, [condition, index]]) : around;
    const inner = leaves(branch, own, chosen);
    return inner.length > 0 ? inner : [own];
  });
}

/** All that is said in the one is said in the other. */
function isWithin(one: Case, other: Case): boolean {
  return one.size <= other.size && [...one].every(([condition, branch]) => other.get(condition) === branch);
}
