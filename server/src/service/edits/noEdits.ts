import type { PolicyWriter } from './edit';

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
