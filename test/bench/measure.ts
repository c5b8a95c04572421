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

/** The same for work that is waited for. */
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
