import type { PolicyWriter, TextEdit } from '../../edits/edit';
import { policyInSub } from '../../convert/convert';
import type { PolicyNode } from '../../model/nodes';
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
