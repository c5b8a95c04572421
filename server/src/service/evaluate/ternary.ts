/** An answer where not everything is known. */
export type Ternary = 'yes' | 'no' | 'unknown';

export function ternary(value: boolean): Ternary {
  return value ? 'yes' : 'no';
}

export function not(value: Ternary): Ternary {
  if (value === 'unknown') return value;
  return value === 'yes' ? 'no' : 'yes';
}

/** Yes when all are, no when one is not; of an empty list: yes. */
export function all(values: readonly Ternary[]): Ternary {
  if (values.includes('no')) return 'no';
  return values.includes('unknown') ? 'unknown' : 'yes';
}

/** Yes when one is, no when none is; of an empty list: no. */
export function any(values: readonly Ternary[]): Ternary {
  if (values.includes('yes')) return 'yes';
  return values.includes('unknown') ? 'unknown' : 'no';
}
