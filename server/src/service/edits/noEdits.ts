import type { PolicyWriter, TextEdit } from './edit';

/** Changes nothing: for policies in a form that no edit can be written into. */
export const noEdits: PolicyWriter = {
  setText: () => [],
  setPart: () => [],
  replace: () => [],
  addEntry: () => [],
  addItems: () => [],
  remove: () => [],
  wrap: () => [],
  unwrap: () => [],
  flatten: () => [],
};

const impossible: TextEdit = { range: { start: -1, end: -1 }, newText: '' };

/** In place of the edits of a change that can't be written, so that no half of one is. */
export function refused(): TextEdit[] {
  return [impossible];
}

/** Changes words, and nothing else: what would take more can't be done, {@link isPossible} tells. */
export function onlyTexts(writer: PolicyWriter): PolicyWriter {
  return {
    setText: (node, text) => writer.setText(node, text),
    setPart: (node, from, to, text) => writer.setPart(node, from, to, text),
    replace: refused,
    addEntry: refused,
    addItems: refused,
    remove: refused,
    wrap: refused,
    unwrap: refused,
    flatten: refused,
  };
}

/** Whether all of a change can be written. */
export function isPossible({ edits }: { readonly edits: readonly TextEdit[] }): boolean {
  return !edits.includes(impossible);
}
