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

/** Changes words, and nothing else: what would take more can't be done, {@link isPossible} tells. */
export function onlyTexts(writer: PolicyWriter): PolicyWriter {
  const refuse = () => [impossible];
  return {
    setText: (node, text) => writer.setText(node, text),
    setPart: (node, from, to, text) => writer.setPart(node, from, to, text),
    replace: refuse,
    addEntry: refuse,
    addItems: refuse,
    remove: refuse,
    wrap: refuse,
    unwrap: refuse,
    flatten: refuse,
  };
}

/** Whether all of a change can be written. */
export function isPossible({ edits }: { readonly edits: readonly TextEdit[] }): boolean {
  return !edits.includes(impossible);
}
