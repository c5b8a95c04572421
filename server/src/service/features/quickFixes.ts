import type { Finding } from '../checks/check';
import type { OffsetRange } from '../model/nodes';

/** A repair of one finding: a text that takes the place of another. */
export interface QuickFix {
  readonly title: string;
  readonly range: OffsetRange;
  /** Without quotes where {@link range} is a string; the quotes of the host stay. */
  readonly text: string;
  /** The one that is most likely meant. */
  readonly preferred: boolean;
}

/** The repairs that a finding knows: each text that could stand in place of the wrong one. */
export function quickFixes({ data, ranges }: Finding, text: string): QuickFix[] {
  const [first] = ranges;
  if (!first || !data?.replacements) return [];
  const range = withoutQuotes(first, text);
  return data.replacements.map((replacement, index) => ({
    title: `Change to ${replacement}`,
    range,
    text: replacement,
    preferred: index === 0,
  }));
}

function withoutQuotes({ start, end }: OffsetRange, text: string): OffsetRange {
  const quoted = text[start] === '"' && text[end - 1] === '"' && end - start > 1;
  return quoted ? { start: start + 1, end: end - 1 } : { start, end };
}
