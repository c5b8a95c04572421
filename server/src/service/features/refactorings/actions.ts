import { hasWildcard, matchesWildcard } from '../../iam/wildcard';
import { listAt, type RefactoringContext } from './context';
import type { Refactoring } from './refactorings';

const actionElements = /^(Not)?Action$/;

function textsOf(
  context: RefactoringContext,
): { list: NonNullable<ReturnType<typeof listAt>>; texts: string[] } | undefined {
  const list = listAt(context, actionElements);
  return list && { list, texts: list.items.flatMap((item) => (item.kind === 'string' ? item.text : [])) };
}

/** Actions in the order of the alphabet, each once. */
export function sortActions(context: RefactoringContext): Refactoring[] {
  const found = textsOf(context);
  if (!found) return [];
  const byName = new Map(found.texts.map((text) => [text.toLowerCase(), text]));
  const sorted = [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  if (sorted.join() === found.texts.join()) return [];
  return [{ title: 'Sort the actions, each once', edits: context.writer.replace(found.list, sorted) }];
}

/** More than these would make the policy longer than anybody reads. */
const mostActions = 250;

/** The actions that the wildcard under the cursor matches, in place of it. */
export function expandWildcard(context: RefactoringContext): Refactoring[] {
  const { location, statement, meaningOf, writer } = context;
  const { node } = location;
  const pattern = statement?.actions.find((action) => action.node === node);
  if (!node || !pattern?.hasWildcard) return [];
  const { service, actions = [] } = meaningOf(pattern);
  if (!service || actions.length === 0 || actions.length > mostActions) return [];
  const texts = actions.map(({ name }) => `${service.prefix}:${name}`).sort();
  const what = texts.length === 1 ? 'the action' : `the ${texts.length} actions`;
  const title = `Write out ${what} of ${pattern.text}`;
  const list = listAt(context, actionElements);
  if (!list) return [{ title, edits: writer.replace(node, texts.length === 1 ? texts[0]! : texts) }];
  const others = list.items.flatMap((item) =>
    item.kind === 'string' && item !== node ? item.text.toLowerCase() : [],
  );
  const added = texts.filter((text) => !others.includes(text.toLowerCase()));
  const all = list.items.flatMap((item) =>
    item === node ? added : item.kind === 'string' ? [item.text] : [],
  );
  return [{ title, edits: writer.replace(list, all) }];
}

/** One wildcard in place of actions that are exactly those it matches. */
export function collapseActions(context: RefactoringContext): Refactoring[] {
  const found = textsOf(context);
  if (!found) return [];
  return candidates(found.texts).flatMap((pattern) => {
    const [prefix = '', name = ''] = pattern.split(':');
    const service = context.catalog.service(prefix);
    const matched = [...(service?.actions.keys() ?? [])].filter((action) =>
      matchesWildcard(name.toLowerCase(), action),
    );
    const listed = new Set(found.texts.map((text) => text.toLowerCase()));
    if (matched.length < 2 || !matched.every((action) => listed.has(`${prefix.toLowerCase()}:${action}`)))
      return [];
    const gone = new Set(matched.map((action) => `${prefix.toLowerCase()}:${action}`));
    const at = found.texts.findIndex((text) => gone.has(text.toLowerCase()));
    const texts = found.texts.flatMap((text, index) => {
      if (!gone.has(text.toLowerCase())) return [text];
      return index === at ? [pattern] : [];
    });
    const edits = context.writer.replace(found.list, texts);
    return [{ title: `Join ${matched.length} actions as ${pattern}`, edits }];
  });
}

/** `s3:*` and one pattern for each verb that the list's actions begin with. */
function candidates(texts: readonly string[]): string[] {
  const patterns = texts
    .filter((text) => !hasWildcard(text) && text.includes(':'))
    .flatMap((text) => {
      const [prefix = '', name = ''] = text.split(':');
      const verb = /^[A-Z][a-z]+/.exec(name)?.[0];
      return [`${prefix}:*`, ...(verb && verb !== name ? [`${prefix}:${verb}*`] : [])];
    });
  return [...new Set(patterns)];
}
