import type { Entry } from '../../model/nodes';
import type { PolicyPlace } from '../foundPolicy';
import { holes } from './sub';

/** An entry of `Resources`, as it is written or as a loop makes any number of it. */
export interface ResourceEntry {
  readonly entry: Entry;
  /** Variables of the loops around it. */
  readonly loops: readonly string[];
}

/**
 * The entries of `Resources`, those of `Fn::ForEach` among them.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
export function resourceEntries(entries: readonly Entry[], loops: readonly string[] = []): ResourceEntry[] {
  return entries.flatMap((entry) => {
    if (!entry.key.text.startsWith('Fn::ForEach::')) return [{ entry, loops }];
    const [variable, , made] = entry.value?.kind === 'array' ? entry.value.items : [];
    if (variable?.kind !== 'string' || made?.kind !== 'object') return [];
    return resourceEntries(made.entries, [...loops, variable.text]);
  });
}

/** A place within loops, whose variables stand in any string as `${Name}` or `&{Name}`. */
export function inLoops(place: PolicyPlace, loops: readonly string[]): PolicyPlace {
  if (loops.length === 0) return place;
  const names = loops.map((name) => name.replace(/\W/g, '')).join('|');
  return { ...place, holes: new RegExp(`${holes.anywhere.source}|[$&]\\{(?:${names})\\}`, 'g') };
}
