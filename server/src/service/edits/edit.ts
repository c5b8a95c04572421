import type { ArrayNode, Entry, ObjectNode, OffsetRange, PolicyNode, StringNode } from '../model/nodes';

/** A piece of the host text and what takes its place. */
export interface TextEdit {
  readonly range: OffsetRange;
  readonly newText: string;
}

/** How an editor indents. */
export interface Indentation {
  /** Columns of a level. */
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  readonly insertFinalNewline?: boolean;
}

/** A value to write into a policy. */
export type Value = string | number | boolean | Raw | readonly Value[] | { readonly [key: string]: Value };

/** An expression of the host's language, written as it is. */
export class Raw {
  /** @param isList its value is a list, whatever it is made of */
  constructor(
    readonly source: string,
    readonly isList = false,
  ) {}
}

/** Keys and values of an object; nothing of any other value. */
export function entriesOf(value: Value): [string, Value][] {
  const isObject = typeof value === 'object' && !Array.isArray(value) && !(value instanceof Raw);
  return isObject ? Object.entries(value as Readonly<Record<string, Value>>) : [];
}

/** An object or a list of the policy. */
export type Container = ObjectNode | ArrayNode;

/**
 * Turns changes of a policy into edits of the text it stands in. Nothing but what is named changes: comments, order and
 * layout stay, and what is added is laid out like what is there. Edits of one change never overlap.
 */
export interface PolicyWriter {
  /** Another text in the string; quotes stay as they are. */
  setText(node: StringNode, text: string): TextEdit[];
  /** Another text in place of the characters `from`..`to` (exclusive) of the string. */
  setPart(node: StringNode, from: number, to: number, text: string): TextEdit[];
  /** Another value in place of the node. */
  replace(node: PolicyNode, value: Value): TextEdit[];
  /** A new entry behind the others, or before them. */
  addEntry(object: ObjectNode, key: string, value: Value, where?: 'first' | 'last'): TextEdit[];
  /** New items behind the others. */
  addItems(list: ArrayNode, values: readonly Value[]): TextEdit[];
  /** Entries or items, by their positions, out of an object or list; it may become empty. */
  remove(container: Container, indexes: readonly number[]): TextEdit[];
  /** A list with the node as its only item. */
  wrap(node: PolicyNode): TextEdit[];
  /** The only item of the list in its place. */
  unwrap(list: ArrayNode): TextEdit[];
  /** The items of the list in its place in the list around it. */
  flatten(list: ArrayNode): TextEdit[];
}

/** What an object or list holds, with their places. */
export function membersOf(container: Container): readonly (Entry | PolicyNode)[] {
  return container.kind === 'object' ? container.entries : container.items;
}

/** The text after the edits. They must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start || b.range.end - a.range.end)
    .reduce((all, { range, newText }) => all.slice(0, range.start) + newText + all.slice(range.end), text);
}
