import type { RefactoringContext } from './context';
import type { Refactoring } from './refactorings';

/** Elements whose value may be a string or a list of strings. */
const either = /^(Not)?(Action|Resource)$|^(AWS|Service|Federated|CanonicalUser)$/;

function mayBeEither({ location: { path, entry, role } }: RefactoringContext): boolean {
  if (role === 'key' || !entry || path[0] !== 'Statement') return false;
  return path[1] === 'Condition' ? path.length === 4 : either.test(entry.key.text);
}

/** A list with the string under the cursor as its only item. */
export function listOfOne(context: RefactoringContext): Refactoring[] {
  const value = context.location.entry?.value;
  if (!mayBeEither(context) || value?.kind !== 'string' || value !== context.location.node) return [];
  return [{ title: 'Make it a list', edits: context.writer.wrap(value) }];
}

/** The string in place of the list it is the only item of. */
export function onlyItem(context: RefactoringContext): Refactoring[] {
  const value = context.location.entry?.value;
  if (!mayBeEither(context) || value?.kind !== 'array' || value.items.length !== 1) return [];
  return [{ title: 'Take it out of its list', edits: context.writer.unwrap(value) }];
}

/** A list of statements in place of the only one. */
export function statementList({ policy, writer, statement }: RefactoringContext): Refactoring[] {
  const value = policy.value('Statement');
  if (value?.kind !== 'object' || !statement) return [];
  return [{ title: 'Make Statement a list', edits: writer.wrap(value) }];
}
