import type { Catalog } from '../../catalog/catalog';
import { actionLookupFor, type Meaning } from '../../checks/actionLookup';
import type { Finding, KindOfPolicy } from '../../checks/check';
import type { PolicyWriter, TextEdit } from '../../edits/edit';
import type { ActionPattern } from '../../model/action';
import type { ConditionClause } from '../../model/condition';
import type { PolicyDocument } from '../../model/policyDocument';
import { type NodePlace, placeOf } from '../../model/placeOf';
import type { Statement } from '../../model/statement';

/** A repair of a finding. */
export interface Fix {
  /** What it does, in words for a menu. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Not the one that is most likely meant; the first one of a finding is unless it says so. */
  readonly unlikely?: boolean;
}

/** A finding with all that its repair may look at. */
export interface FixTarget {
  readonly finding: Finding;
  readonly policy: PolicyDocument;
  readonly kind: KindOfPolicy;
  readonly catalog: Catalog;
  readonly writer: PolicyWriter;
  readonly meaningOf: (action: ActionPattern) => Meaning;
  /** The node at the finding's first range. */
  readonly place: NodePlace | undefined;
  /** The statement around it. */
  readonly statement: Statement | undefined;
  /** The condition key, with its operator and values, around it; the first one of an operator. */
  readonly clause: ConditionClause | undefined;
}

/** Makes the repairs of one kind of finding; none where the case has no obvious one. */
export type FixMaker = (target: FixTarget) => readonly Fix[];

/** What repairs are made from, the finding left out. */
export interface FixSource {
  readonly policy: PolicyDocument;
  readonly kind: KindOfPolicy;
  readonly catalog: Catalog;
  readonly writer: PolicyWriter;
}

export function targetOf(finding: Finding, source: FixSource): FixTarget {
  const [range] = finding.ranges;
  const place = range && placeOf(source.policy.root, range);
  const start = range?.start ?? -1;
  const statement = source.policy.statements.find((one) => one.range.start <= start && start < one.range.end);
  const clause = statement?.conditionClauses.find(
    ({ keyNode, value, operatorNode }) =>
      operatorNode.range.start === start ||
      (keyNode.range.start <= start && start < Math.max(keyNode.range.end, value?.range.end ?? 0)),
  );
  return { ...source, finding, place, statement, clause, meaningOf: actionLookupFor(source.catalog) };
}

/** The one repair, where its edits exist. */
export function fix(title: string, edits: readonly TextEdit[] | undefined): readonly Fix[] {
  return edits && edits.length > 0 ? [{ title, edits }] : [];
}
