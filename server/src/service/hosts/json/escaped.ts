import { toNeutral } from '../../convert/neutral';
import type { PolicyWriter, TextEdit } from '../../edits/edit';
import { JsonWriter } from '../../edits/json/jsonWriter';
import { policyInSub } from '../../convert/convert';
import type { PolicyNode } from '../../model/nodes';
import { placeOf } from '../../model/placeOf';
import { readJson } from '../../readers/json';
import type { JsonInside } from '../../readers/jsonInside';
import type { PolicySyntax } from '../host';
import { jsonSyntax } from './syntax';

type ChangeText = (newText: string) => string;

/** JSON in `Fn::Sub`, which fills in every `${…}` unless it is written `${!…}`. */
export const jsonInSub: PolicySyntax = {
  writer: (text, policy) => rewritten(jsonSyntax.writer(text, policy), escapeForSub),
  spot: (text, offset, range) => {
    const spot = jsonSyntax.spot(text, offset, range);
    return (
      spot && {
        place: spot.place,
        write: (piece) => {
          const written = spot.write(piece);
          return { ...written, insert: written.insert.replace(/\\\$\{(?!!)/g, '\\${!') };
        },
      }
    );
  },
  formatPart: (text, policy) => jsonSyntax.formatPart?.(text, policy) ?? [],
  neutral(text, policy) {
    const value = policyInSub(text, policy);
    return value && { value, language: 'cloudformation' };
  },
};

/** A policy variable as `Fn::Sub` wants it. */
export function escapeForSub(text: string): string {
  return text.replace(/\$\{(?=[^!])/g, '${!');
}

/** A writer whose new texts are changed before they are written. */
export function rewritten(writer: PolicyWriter, change: ChangeText): PolicyWriter {
  const all = (edits: TextEdit[]) => edits.map(({ range, newText }) => ({ range, newText: change(newText) }));
  return {
    setText: (...args) => all(writer.setText(...args)),
    setPart: (...args) => all(writer.setPart(...args)),
    replace: (...args) => all(writer.replace(...args)),
    addEntry: (...args) => all(writer.addEntry(...args)),
    addItems: (...args) => all(writer.addItems(...args)),
    remove: (...args) => all(writer.remove(...args)),
    wrap: (...args) => all(writer.wrap(...args)),
    unwrap: (...args) => all(writer.unwrap(...args)),
    flatten: (...args) => all(writer.flatten(...args)),
  };
}

/** A writer that writes into strings of `Fn::Sub` what it wants there. */
export function rewritingTemplates(writer: PolicyWriter): PolicyWriter {
  const escaped = rewritten(writer, escapeForSub);
  const by = (node: PolicyNode) => (node.kind === 'string' && node.isTemplate ? escaped : writer);
  return {
    ...rewritten(writer, (text) => text),
    setText: (node, text) => by(node).setText(node, text),
    setPart: (node, from, to, text) => by(node).setPart(node, from, to, text),
    replace: (node, value) => by(node).replace(node, value),
  };
}

/** JSON in a string with escapes: `"{\"Version\": …}"`. Edits are made in the JSON and carried over. */
export function escapedJson(inside: JsonInside & { readonly at: readonly number[] }): PolicySyntax {
  return {
    writer: () => new EscapedWriter(inside),
    spot: () => undefined,
    neutral(_, { root }) {
      const value = toNeutral(root);
      return value && { value };
    },
    movedBy: (shift) => escapedJson({ ...inside, at: inside.at.map((offset) => offset + shift) }),
  };
}

class EscapedWriter implements PolicyWriter {
  private readonly inner: JsonWriter;
  private readonly root: PolicyNode | undefined;
  private readonly indexes: ReadonlyMap<number, number>;

  constructor(private readonly inside: JsonInside & { readonly at: readonly number[] }) {
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
    if (start === undefined || end === undefined) return [];
    const found = placeOf(this.root, { start, end })?.node;
    if (found?.kind !== node.kind) return [];
    return change(found as Node).map(({ range, newText }) => ({
      range: { start: this.inside.at[range.start]!, end: this.inside.at[range.end]! },
      newText: JSON.stringify(newText).slice(1, -1),
    }));
  }
}
