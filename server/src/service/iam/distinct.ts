/** Fewer values than this are compared with each other sooner than they are put into a set. */
const few = 9;

/** Whether no value stands twice in the list. */
export function areDistinct(values: readonly (string | number)[]): boolean {
  if (values.length >= few) return new Set(values).size === values.length;
  for (let i = 1; i < values.length; i++) {
    for (let j = 0; j < i; j++) if (values[i] === values[j]) return false;
  }
  return true;
}
