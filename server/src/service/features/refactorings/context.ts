import type { Catalog } from '../../catalog/catalog';
import type { Meaning } from '../../checks/actionLookup';
import type { PolicyWriter } from '../../edits/edit';
import type { ActionPattern } from '../../model/action';
import type { ArrayNode } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';
import type { Statement } from '../../model/statement';
import type { Location } from '../locate';

/** What a refactoring can see. */
export interface RefactoringContext {
  readonly policy: PolicyDocument;
  readonly catalog: Catalog;
  readonly location: Location;
  readonly statement: Statement | undefined;
  readonly writer: PolicyWriter;
  readonly meaningOf: (action: ActionPattern) => Meaning;
}

/** The list of strings that the cursor stands in or beside, where all of them are strings. */
export function listAt({ location }: RefactoringContext, elements: RegExp): ArrayNode | undefined {
  const { entry, path } = location;
  const name = path.at(-1) === entry?.key.text || location.role === 'key' ? (entry?.key.text ?? '') : '';
  const list = entry?.value;
  if (!elements.test(name) || list?.kind !== 'array') return undefined;
  return list.items.every(({ kind }) => kind === 'string') ? list : undefined;
}
