import { coversPattern } from '../../iam/wildcard';
import { hasComputed, type PolicyNode } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';
import type { Statement } from '../../model/statement';
import { isUnconditional } from './breadth';

/** A statement by whose effect another's makes no difference, and that other one. */
interface Covered {
  readonly covered: Statement;
  readonly by: Statement;
}

/** With more statements than this no pairs are compared, so that checking stays linear in the document's size. */
const mostStatements = 100;

/** Statements by whose effect another's makes no difference, each with the first that covers it. */
export function coveredStatements(
  { statements, isPartial }: PolicyDocument,
  wideEffect: 'Allow' | 'Deny',
): Covered[] {
  if (isPartial || statements.length < 2 || statements.length > mostStatements) return [];
  const wides = statements.filter((statement) => statement.effect === wideEffect && isWide(statement));
  if (wides.length === 0) return [];
  const found: Covered[] = [];
  for (const covered of statements) {
    if (covered.effect !== 'Allow' || !isPlain(covered)) continue;
    const by = wides.find((wide) => wide !== covered && covers(wide, covered) && !isTwin(wide, covered));
    if (by) found.push({ covered, by });
  }
  return found;
}

/** How a message calls a statement. */
export function nameOf({ sid, index }: Statement): string {
  return sid ? `statement "${sid}"` : `statement ${index + 1}`;
}

/** Two that cover each other say the same; that has a finding of its own. */
function isTwin(wide: Statement, covered: Statement): boolean {
  return wide.effect === covered.effect && isWide(covered) && covers(covered, wide);
}

/** Applies to all requests for what it lists. */
function isWide(statement: Statement): boolean {
  return isUnconditional(statement) && isPlain(statement);
}

/** Lists what it is about, in words that can be compared. */
function isPlain(statement: Statement): boolean {
  if (statement.usesNotAction || statement.usesNotResource || statement.element('NotPrincipal')) return false;
  return (
    !hasComputed(statement.value('Action')) &&
    !hasComputed(statement.value('Resource')) &&
    statement.actions.length > 0
  );
}

function covers(wide: Statement, narrow: Statement): boolean {
  for (const { lower } of narrow.actions) if (!hasAction(wide, lower)) return false;
  for (const { text } of narrow.resources) if (!hasResource(wide, text)) return false;
  return (
    wide.resources.length > 0 === narrow.resources.length > 0 &&
    textOf(wide.value('Principal')) === textOf(narrow.value('Principal'))
  );
}

function hasAction({ actions }: Statement, lower: string): boolean {
  for (const action of actions) {
    if (action.lower === lower || (action.hasWildcard && coversPattern(action.lower, lower))) return true;
  }
  return false;
}

function hasResource({ resources }: Statement, text: string): boolean {
  for (const resource of resources) if (coversPattern(resource.text, text)) return true;
  return false;
}

/** The same text for principals that are written alike; undefined ones differ from all but none at all. */
function textOf(node: PolicyNode | undefined): string {
  if (node === undefined) return '';
  if (node.kind === 'array') return node.items.map(textOf).join();
  if (node.kind === 'object')
    return node.entries.map(({ key, value }) => `${key.text}=${textOf(value)}`).join(';');
  return node.kind === 'computed' ? `computed at ${node.range.start}` : node.text;
}
