/** A count of characters as people read it: 10,240. */
export function characters(count: number): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} characters`;
}
