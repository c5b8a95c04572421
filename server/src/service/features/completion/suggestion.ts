import type { Action, Catalog } from '../../catalog/catalog';
import type { Meaning } from '../../checks/actionLookup';
import type { KindOfPolicy } from '../../checks/check';
import type { ActionPattern } from '../../model/action';
import type { OffsetRange } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';
import type { Statement } from '../../model/statement';
import type { AccountValues } from '../../../protocol/accountValues';
import type { Names } from '../../iam/namesInPolicy';
import type { Piece, Place } from './place';

/** What a suggestion is, so that an editor can draw it. */
export type SuggestionKind =
  | 'template'
  | 'element'
  | 'value'
  | 'service'
  | 'action'
  | 'resource'
  | 'principal'
  | 'operator'
  | 'conditionKey'
  | 'variable';

/** Something that may stand at the cursor, before it is written in the host's syntax. */
export interface Suggestion {
  readonly label: string;
  readonly kind: SuggestionKind;
  readonly detail?: string;
  readonly piece: Piece;
  /** Lower comes first; those of one rank are sorted by label. */
  readonly rank?: number;
  /** More is to be typed behind it (`s3:`), so the editor should ask again. */
  readonly continues?: boolean;
  readonly deprecated?: boolean;
  /** What else a person may type to find it, where that is not the label. */
  readonly search?: string;
}

/** What a provider of suggestions can see. */
export interface CompletionContext {
  readonly policy: PolicyDocument;
  readonly kind: KindOfPolicy;
  readonly catalog: Catalog;
  readonly place: Place;
  /** The statement around the cursor. */
  readonly statement: Statement | undefined;
  /** The catalog's actions behind an action string. */
  readonly meaningOf: (action: ActionPattern) => Meaning;
  /** Account, Region and partition that the policy speaks of. */
  readonly names: Names;
  /** What the text calls itself and the policy's owner: `lambda-trust-policy.json`, `aws_iam_role.web`. */
  readonly around: readonly string[];
  /** What the account has, as far as somebody looked. */
  readonly account: AccountValues | undefined;
}

/** Who suggests something at a place. */
export type Provider = (context: CompletionContext) => Suggestion[];

/** A suggestion as an edit of the host text. */
export interface Completion {
  readonly suggestion: Suggestion;
  /** On one line, around the cursor. */
  readonly range: OffsetRange;
  /** A snippet: `$1`, `$0` are stops. */
  readonly insert: string;
  /** What an editor compares with the text from the range's start to the cursor. */
  readonly filter: string;
  /** The cursor lands where more can be suggested. */
  readonly asksAgain: boolean;
  /** Edits elsewhere that belong to it: a comma that is missing before. */
  readonly besides: readonly { readonly range: OffsetRange; readonly text: string }[];
}

/** All completions at a place; `isIncomplete` when typing on may bring others. */
export interface Completions {
  readonly items: readonly Completion[];
  readonly isIncomplete: boolean;
}

/** A suggestion that writes a string. */
export function stringValue(
  text: string,
  more: Omit<Suggestion, 'piece' | 'label'> & { label?: string },
): Suggestion {
  return { label: text, ...more, piece: { kind: 'values', values: [text] } };
}

/** What writes an entry of an object, with the object around it. */
export function inBraces(suggestion: Suggestion): Suggestion {
  const { piece } = suggestion;
  if (piece.kind !== 'key') return suggestion;
  return { ...suggestion, piece: { kind: 'values', values: [{ [piece.key]: piece.value }] } };
}

/** What an action may do, as the reference sorts it: `List, Read`. */
export function levelsOf({ accessLevels }: Action): string {
  return accessLevels.join(', ');
}
