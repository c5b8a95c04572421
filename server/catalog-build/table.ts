/** Different values in the order they came; equal ones (by their JSON) are kept once. */
export class Table<T> {
  readonly items: T[] = [];
  private readonly indexes = new Map<string, number>();

  constructor(...first: T[]) {
    first.forEach((item) => this.add(item));
  }

  /** Index of the value, new or known. */
  add(item: T): number {
    const key = JSON.stringify(item);
    const known = this.indexes.get(key);
    if (known !== undefined) return known;
    this.indexes.set(key, this.items.length);
    return this.items.push(item) - 1;
  }
}
