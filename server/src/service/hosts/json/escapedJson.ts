import type { ReadPolicy } from '../../convert/copies';
import { toNeutral } from '../../convert/neutral';
import type { PolicyWriter, TextEdit } from '../../edits/edit';
import { JsonWriter } from '../../edits/json/jsonWriter';
import { refused } from '../../edits/noEdits';
import type { Spot, Written } from '../../features/completion/place';
import { spotInJson } from '../../features/help';
import type { PolicyNode } from '../../model/nodes';
import { placeOf } from '../../model/placeOf';
import type { PolicyDocument } from '../../model/policyDocument';
import { readJson } from '../../readers/json';
import type { JsonInside } from '../../readers/jsonInside';
import type { PolicySyntax } from '../host';
import { encodedSnippet } from './encodedSnippet';

/** JSON whose characters stand anywhere in the host's text, and how the host spells them. */
export interface EscapedJson {
  readonly inside: Pick<JsonInside, 'text'> & { readonly at: readonly number[] };
  /** A piece of JSON as the host's string has it. */
  readonly encode: Encode;
  /** The policy for conversions; only what is literal, if left out. */
  readonly neutral?: (text: string, policy: PolicyDocument) => ReadPolicy | undefined;
  /** The policy in other forms of the same host; none, if left out. */
  readonly conversions?: NonNullable<PolicySyntax['conversions']> | undefined;
}

export type Encode = (json: string) => string;

/** In double quotes of JSON, and of YAML, which takes JSON's escapes. */
export const inDoubleQuotes: Encode = (json) => JSON.stringify(json).slice(1, -1);

/** In single quotes of YAML, which have no escapes: what is on lines of its own goes on one. */
export const inSingleQuotes: Encode = (json) => json.replace(/\n\s*/g, ' ').replaceAll("'", "''");

/** The syntax of JSON in a string with escapes. */
export interface EscapedSyntax extends PolicySyntax {
  /** The same where the string is spelled in another way. */
  spelled(encode: Encode): EscapedSyntax;
}

/** JSON in a string with escapes: `"{\"Version\": …}"`. Edits are made in the JSON and carried over. */
export function escapedJson(escaped: EscapedJson): EscapedSyntax {
  const { inside, encode, neutral = literal, conversions } = escaped;
  return {
    writer: () => new EscapedWriter(inside, encode),
    spot: (_, offset) => spotIn(inside, encode, offset),
    neutral,
    ...(conversions && { conversions }),
    spelled: (other) => escapedJson({ ...escaped, encode: other, conversions: undefined }),
    movedBy: (shift) =>
      escapedJson({ ...escaped, inside: { ...inside, at: inside.at.map((offset) => offset + shift) } }),
  };
}

const literal: NonNullable<EscapedJson['neutral']> = (_, { root }) => {
  const value = toNeutral(root);
  return value && { value };
};

class EscapedWriter implements PolicyWriter {
  private readonly inner: JsonWriter;
  private readonly root: PolicyNode | undefined;
  private readonly indexes: ReadonlyMap<number, number>;

  constructor(
    private readonly inside: EscapedJson['inside'],
    private readonly encode: Encode,
  ) {
    this.inner = new JsonWriter(inside.text);
    this.root = readJson(inside.text, { comments: false }).root;
    this.indexes = new Map(inside.at.map((offset, index) => [offset, index]));
  }

  setText: PolicyWriter['setText'] = (node, text) =>
    this.over(node, (found) => this.inner.setText(found, text));
  setPart: PolicyWriter['setPart'] = (node, from, to, text) =>
    this.over(node, (found) => this.inner.setPart(found, from, to, text));
  replace: PolicyWriter['replace'] = (node, value) =>
    this.over(node, (found) => this.inner.replace(found, value));
  addEntry: PolicyWriter['addEntry'] = (object, key, value, where) =>
    this.over(object, (found) => this.inner.addEntry(found, key, value, where));
  addItems: PolicyWriter['addItems'] = (list, values) =>
    this.over(list, (found) => this.inner.addItems(found, values));
  remove: PolicyWriter['remove'] = (container, indexes) =>
    this.over(container, (found) => this.inner.remove(found, indexes));
  wrap: PolicyWriter['wrap'] = (node) => this.over(node, (found) => this.inner.wrap(found));
  unwrap: PolicyWriter['unwrap'] = (list) => this.over(list, (found) => this.inner.unwrap(found));
  flatten: PolicyWriter['flatten'] = (list) => this.over(list, (found) => this.inner.flatten(found));

  /** Makes the change at the same node of the JSON; none where it has no such node. */
  private over<Node extends PolicyNode>(node: Node, change: (found: Node) => TextEdit[]): TextEdit[] {
    const [start, end] = [this.indexes.get(node.range.start), this.indexes.get(node.range.end)];
    if (start === undefined || end === undefined) return refused();
    const found = placeOf(this.root, { start, end })?.node;
    if (found?.kind !== node.kind) return refused();
    return change(found as Node).map(({ range, newText }) => ({
      range: { start: this.inside.at[range.start]!, end: this.inside.at[range.end]! },
      newText: this.encode(newText),
    }));
  }
}

/** The place in the JSON; what is written there is carried over. */
function spotIn({ text, at }: EscapedJson['inside'], encode: Encode, offset: number): Spot | undefined {
  const index = at.findIndex((place) => place >= offset);
  const spot = index < 0 ? undefined : spotInJson(text, index);
  if (!spot) return undefined;
  const inHost = ({ start, end }: Written['range']) => ({ start: at[start]!, end: at[end]! });
  return {
    place: { ...spot.place, offset },
    write(piece) {
      const { range, insert, beginsWithQuote, besides } = spot.write(piece);
      return {
        range: inHost(range),
        insert: encodedSnippet(insert, encode),
        beginsWithQuote,
        quote: encode('"'),
        besides: besides.map((one) => ({ range: inHost(one.range), text: encode(one.text) })),
      };
    },
  };
}
