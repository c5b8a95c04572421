import type { Catalog } from '../../catalog/catalog';
import type { KindOfPolicy } from '../../checks/check';
import type { OffsetRange } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';
import type { Statement } from '../../model/statement';
import type { Location } from '../locate';

/** What a suggestion is, so that an editor can draw it. */
export type SuggestionKind =
  'element' | 'value' | 'service' | 'action' | 'principal' | 'operator' | 'conditionKey';

/** Something that may stand at the cursor, before it is written in the host's syntax. */
export interface Suggestion {
  readonly label: string;
  readonly kind: SuggestionKind;
  readonly detail?: string;
  /** For elements: what follows the key, as a snippet in JSON. */
  readonly valueSnippet?: string;
  /** Lower comes first among suggestions; those without one are sorted by label. */
  readonly rank?: number;
  /** More is to be typed behind it (`s3:`), so the editor should ask again. */
  readonly continues?: boolean;
}

/** What a provider of suggestions can see. */
export interface CompletionContext {
  readonly policy: PolicyDocument;
  readonly kind: KindOfPolicy;
  readonly catalog: Catalog;
  readonly location: Location;
  /** The statement around the cursor. */
  readonly statement: Statement | undefined;
  /** What of the string stands before the cursor; empty outside strings. */
  readonly typed: string;
}

/** A suggestion as an edit of the host text. */
export interface Completion {
  readonly suggestion: Suggestion;
  readonly range: OffsetRange;
  /** A snippet: `$1`, `$0` are stops. */
  readonly insert: string;
}
