import { placeOf } from '../../model/placeOf';
import { listOf, type PolicyNode } from '../../model/nodes';
import type { Statement } from '../../model/statement';
import { addTo } from '../fixes/actions';
import type { RefactoringContext } from './context';
import type { Refactoring } from './refactorings';

/** Joins the statement under the cursor with the next one that differs in its actions alone, or its resources alone. */
export function mergeStatements(context: RefactoringContext): Refactoring[] {
  const { policy, statement, writer } = context;
  if (!statement) return [];
  for (const element of ['Action', 'Resource'] as const) {
    const others = policy.statements.filter(
      (other) => other !== statement && isAlike(statement, other, element),
    );
    const [other] = others;
    const place = other && placeOf(policy.root, other.range)?.parents[0];
    if (place?.container.kind !== 'array') continue;
    const present = textsOf(statement, element);
    const added = textsOf(other!, element).filter((text) => !present.includes(text));
    const edits = added.length > 0 ? addTo(context, statement, element, added) : [];
    if (!edits) continue;
    const what = element === 'Action' ? 'actions' : 'resources';
    const title = `Merge with the statement that differs in its ${what} alone`;
    return [{ title, edits: [...edits, ...writer.remove(place.container, [place.index])] }];
  }
  return [];
}

function textsOf(statement: Statement, element: 'Action' | 'Resource'): string[] {
  return listOf(statement.value(element)).flatMap((node) => (node.kind === 'string' ? node.text : []));
}

/** Both have the element as strings, and everything else but the Sid is the same. */
function isAlike(a: Statement, b: Statement, element: 'Action' | 'Resource'): boolean {
  const isPlain = (one: Statement) =>
    one.element(element) !== undefined && listOf(one.value(element)).every(({ kind }) => kind === 'string');
  return (
    isPlain(a) &&
    isPlain(b) &&
    !a.repeatsElements &&
    !b.repeatsElements &&
    rest(a, element) === rest(b, element)
  );
}

function rest({ node }: Statement, element: string): string {
  return node.entries
    .filter(({ key }) => key.text !== 'Sid' && key.text !== element)
    .map(({ key, value }) => `${key.text}=${form(value)}`)
    .sort()
    .join(';');
}

function form(node: PolicyNode | undefined): string {
  if (!node) return '';
  if (node.kind === 'object') {
    const parts = node.entries.map(({ key, value }) => `${JSON.stringify(key.text)}:${form(value)}`);
    return `{${parts.sort().join()}}`;
  }
  // Two computed values may differ, however alike they look.
  if (node.kind === 'computed') return `computed@${node.range.start}`;
  if (node.kind === 'array') return node.items.map(form).sort().join();
  return JSON.stringify(node.text);
}
