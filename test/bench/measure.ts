/** A row of the report: what was measured, in ratios against a yardstick of the same run. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly yardstick: string;
  readonly ratio: string;
  /** What we want it to be. */
  readonly aim: string;
  readonly good: boolean;
}

/** Median time of one call in milliseconds: `rounds` batches of `batch` calls. */
export function time(work: () => unknown, rounds = 25, batch = 1): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    for (let i = 0; i < batch; i++) work();
    times.push((performance.now() - start) / batch);
  }
  return median(times);
}

/** Work in pieces: piece `i` of every work is about as large, so that pieces can take turns. */
export type Pieces = readonly (() => unknown)[];

/**
 * Median time of each work in milliseconds. The works take turns, a piece of one and a piece of the next, so that
 * whatever else the machine does while we measure slows all of them alike.
 */
export async function inTurns<Name extends string>(
  works: Readonly<Record<Name, Pieces>>,
  rounds: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  const most = Math.max(...names.map((name) => works[name].length));
  for (let round = 0; round < rounds; round++) {
    const sums = new Map(names.map((name) => [name, 0]));
    for (let piece = 0; piece < most; piece++) {
      for (const name of names) {
        const work = works[name][piece];
        if (!work) continue;
        const start = performance.now();
        const waited = work();
        if (waited instanceof Promise) await waited;
        sums.set(name, sums.get(name)! + performance.now() - start);
      }
    }
    for (const name of names) times.get(name)!.push(sums.get(name)!);
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name)!)])) as Record<Name, number>;
}

/** The items in groups of so many. */
export function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, group) => items.slice(group * size, (group + 1) * size));
}

/** Median time of one call in milliseconds, waited for. */
export async function timeAsync(work: () => Promise<unknown>, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** A row that compares two times and wants at most `most` times the yardstick. */
export function ratioRow(what: string, ours: number, yardstick: string, theirs: number, most: number): Row {
  const ratio = ours / theirs;
  return {
    what,
    measured: ms(ours),
    yardstick: `${yardstick}: ${ms(theirs)}`,
    ratio: `${ratio.toFixed(2)}×`,
    aim: `≤ ${most}×`,
    good: ratio <= most,
  };
}

/** A row that wants a difference or a size to be at most `most`. */
export function limitRow(what: string, value: number, unit: string, most: number, yardstick = ''): Row {
  return {
    what,
    measured: `${value.toFixed(unit === 'ms' ? 2 : 1)} ${unit}`,
    yardstick,
    ratio: '',
    aim: `≤ ${most} ${unit}`,
    good: value <= most,
  };
}

export function ms(value: number): string {
  return value < 1 ? `${(value * 1000).toFixed(1)} µs` : `${value.toFixed(2)} ms`;
}

/** The rows as a Markdown table. */
export function toTable(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ what, measured, yardstick, ratio, aim, good }) =>
      `| ${what} | ${measured} | ${yardstick} | ${ratio} | ${aim} | ${good ? 'yes' : '**no**'} |`,
  );
  return [
    '| what | measured | yardstick | ratio | aim | met |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}
