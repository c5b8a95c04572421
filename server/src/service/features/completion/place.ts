import type { OffsetRange } from '../../model/nodes';
import type { Template } from './snippet';
import type { Provider } from './suggestion';

/** Where in a policy something is to be written. It says nothing of the syntax around it. */
export interface Place {
  /** Keys from the policy object to here, places in lists left out: `['Statement', 'Action']`. */
  readonly path: readonly string[];
  /** `key`: a key belongs here; `value`: a value. */
  readonly role: 'key' | 'value';
  /** The keys of the object around the cursor but the one under it, as far as the text can be read. */
  readonly siblings: readonly string[];
  /** Those of them that may come again, in a host that has a block for each. */
  readonly again?: readonly string[];
  /** Of a key that has a value already: what the value is, as far as its first character tells. */
  readonly valueBehind: 'string' | 'object' | 'list' | undefined;
  readonly inList: boolean;
  /** The other strings of that list. */
  readonly items: readonly string[];
  /** The cursor stands between quotes. */
  readonly inString: boolean;
  /** What of the string or word stands before the cursor. */
  readonly typed: string;
  /** The whole string or word under the cursor, as far as one can tell where it ends. */
  readonly word: string;
  readonly offset: number;
}

/** What a suggestion writes. */
export type Piece =
  /** A key, and its value where it has none yet. */
  | { readonly kind: 'key'; readonly key: string; readonly value: Template }
  /** A value; several become a list, or more items of the list they stand in. */
  | { readonly kind: 'values'; readonly values: readonly Template[] }
  /** Entries of the object around the cursor. */
  | { readonly kind: 'entries'; readonly entries: Readonly<Record<string, Template>> }
  /** A part of the string around the cursor, from and to an index into {@link Place.word}. */
  | { readonly kind: 'part'; readonly text: string; readonly from: number; readonly to: number };

/** An edit of the host text. */
export interface Written {
  /** On one line, around the cursor. */
  readonly range: OffsetRange;
  /** A snippet: `$1`, `$0` are stops. */
  readonly insert: string;
  /** A quote that the range begins with: editors compare it with what is typed. */
  readonly beginsWithQuote: boolean;
  /** How that quote is spelled, where it has an escape. */
  readonly quote?: string;
  /** Edits elsewhere that belong to it: a comma behind the value before. */
  readonly besides: readonly { readonly range: OffsetRange; readonly text: string }[];
}

/** A place together with the syntax that surrounds it. */
export interface Spot {
  readonly place: Place;
  /** What the host calls what is written, where it has another word than policies have: `not_actions`. */
  label?(label: string, piece: Piece): string;
  write(piece: Piece): Written;
  /** Who answers here instead, where the host has what policies have no word for. */
  readonly own?: readonly Provider[];
}
