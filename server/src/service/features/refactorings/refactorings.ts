import type { Catalog } from '../../catalog/catalog';
import { actionLookupFor } from '../../checks/actionLookup';
import type { TextEdit } from '../../edits/edit';
import { isPossible } from '../../edits/noEdits';
import type { PolicyFile } from '../../policyFile';
import { type Location, locate } from '../locate';
import { collapseActions, expandWildcard, sortActions } from './actions';
import { listOfOne, onlyItem, statementList } from './lists';
import { mergeStatements } from './merge';
import type { RefactoringContext } from './context';
import { splitByResources } from './split';

/** A change that leaves the meaning of the policy as it is. */
export interface Refactoring {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

const makers = [
  sortActions,
  expandWildcard,
  collapseActions,
  listOfOne,
  onlyItem,
  statementList,
  mergeStatements,
  splitByResources,
];

/** What can be written in another way at the offset. */
export function refactorings(
  file: PolicyFile,
  offset: number,
  text: string,
  catalog: Catalog,
): Refactoring[] {
  if (file.policy.isPartial) return [];
  const location: Location = locate(file.policy, offset);
  const context: RefactoringContext = {
    policy: file.policy,
    catalog,
    location,
    statement: file.policy.statements.find(({ node }) => location.objects.includes(node)),
    writer: file.syntax.writer(text, file.policy),
    meaningOf: actionLookupFor(catalog),
  };
  const others = file.syntax.conversions?.(file, text) ?? [];
  const own = makers.flatMap((make) => make(context)).filter(isPossible);
  const tidied = own
    .filter(({ edits }) => edits.length > 0)
    .map((one) => ({ ...one, edits: file.syntax.tidied?.(text, one.edits) ?? one.edits }));
  return [...tidied, ...others];
}
