import type { OffsetRange } from '../../../model/nodes';
import { linesAbove, linesBelow, type YamlLine } from './lines';

/** What stands around a column of a line, in block style. */
export interface Surroundings {
  /** Keys from the policy to here. */
  readonly path: readonly string[];
  /** Column of the innermost of them; of the key that the policy stands behind where there is none. */
  readonly parentColumn: number;
  /** A dash stands between that key and the column. */
  readonly inList: boolean;
}

/**
 * Follows the lines upwards from a column: whatever stands further left holds it.
 *
 * @param dashes columns of dashes on the line itself, before the column
 */
export function surroundingsOf(
  text: string,
  line: YamlLine,
  column: number,
  { start }: OffsetRange,
): Surroundings {
  const path: string[] = [];
  let limit = column;
  let parentColumn: number | undefined;
  let sawDash = false;
  let inList = false;
  const take = (one: YamlLine, isOwn: boolean) => {
    const keyIsAbove = one.key && (!isOwn || one.column < column);
    if (keyIsAbove && (one.column < limit || (sawDash && one.column === limit))) {
      if (one.start + one.column < start) {
        parentColumn ??= one.column;
        return false;
      }
      path.unshift(one.key.name);
      if (parentColumn === undefined) inList = sawDash;
      parentColumn ??= one.column;
      limit = one.column;
      sawDash = false;
    }
    for (const dash of [...one.dashes].reverse()) {
      if (dash >= limit) continue;
      limit = dash;
      sawDash = true;
    }
    return true;
  };
  let goesOn = take(line, true);
  for (const above of goesOn ? linesAbove(text, line) : []) {
    goesOn = take(above, false);
    if (!goesOn || limit <= 0) break;
  }
  if (path.length === 0) inList = false;
  return { path, parentColumn: parentColumn ?? 0, inList };
}

/** The keys of the map whose keys stand in the column, but that of the line itself. */
export function keysBeside(text: string, line: YamlLine, column: number): string[] {
  const keys: string[] = [];
  const isFirst = line.dashes.some((dash) => dash < column);
  for (const above of isFirst ? [] : linesAbove(text, line)) {
    if (above.column === column && above.key) keys.push(above.key.name);
    if (above.column < column || above.dashes.some((dash) => dash < column)) break;
  }
  for (const below of linesBelow(text, line)) {
    if (below.indent < column || below.dashes.some((dash) => dash < column)) break;
    if (below.column === column && below.key) keys.push(below.key.name);
  }
  return keys;
}

/** The other plain items of the list whose dashes stand in the column. */
export function itemsBeside(text: string, line: YamlLine, dash: number): string[] {
  return [...neighbours(linesAbove(text, line), dash), ...neighbours(linesBelow(text, line), dash)];
}

function neighbours(lines: Iterable<YamlLine>, dash: number): string[] {
  const items: string[] = [];
  for (const { indent, dashes, content } of lines) {
    if (indent < dash || (indent === dash && dashes[0] !== dash)) break;
    if (dashes[0] === dash) items.push(unquoted(content));
  }
  return items;
}

export function unquoted(content: string): string {
  const text = content.trim();
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}
