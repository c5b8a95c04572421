import { scan } from './lines';

/**
 * Lines of Terraform's language with their `=` below each other, as `terraform fmt` has it: those that follow each other,
 * each with a value that ends on its line. Comments behind them are aligned as well.
 * https://github.com/hashicorp/hcl/blob/main/hclwrite/format.go
 */
export function aligned(lines: readonly string[]): string[] {
  const cells = lines.map(cellsOf);
  const withSigns = inChains(
    cells,
    ({ assign }) => assign !== undefined,
    ({ lead }) => lead.length,
    (cell, width) => ({
      ...cell,
      lead: `${cell.lead.padEnd(width)} ${cell.assign!}`,
      assign: undefined,
    }),
  );
  const withComments = inChains(
    withSigns,
    ({ comment }) => comment !== undefined,
    ({ lead }) => lead.length,
    (cell, width) => ({ ...cell, lead: `${cell.lead.padEnd(width)} ${cell.comment!}`, comment: undefined }),
  );
  return withComments.map(({ lead }) => lead);
}

/** A line in the parts that are aligned, without the spaces between them. */
interface Cells {
  readonly lead: string;
  readonly assign: string | undefined;
  readonly comment: string | undefined;
}

/** Changes the lines that follow each other and have the part, by the width of the widest. */
function inChains(
  lines: readonly Cells[],
  isLink: (cells: Cells) => boolean,
  widthOf: (cells: Cells) => number,
  change: (cells: Cells, width: number) => Cells,
): Cells[] {
  const changed: Cells[] = [];
  for (let at = 0; at < lines.length;) {
    let end = at;
    while (end < lines.length && isLink(lines[end]!)) end++;
    const chain = lines.slice(at, Math.max(end, at + 1));
    const width = Math.max(...chain.map(widthOf));
    changed.push(...(end > at ? chain.map((cells) => change(cells, width)) : chain));
    at += chain.length;
  }
  return changed;
}

function cellsOf(line: string): Cells {
  const { sign, comment: from, balanceOfValue } = scan(line);
  const code = line.slice(0, from ?? line.length).trimEnd();
  const isComment = code.trim() === '';
  const comment = from !== undefined && !isComment ? line.slice(from).trimEnd() : undefined;
  if (isComment) return { lead: line.trimEnd(), assign: undefined, comment: undefined };
  if (sign === undefined || balanceOfValue !== 0) return { lead: code, assign: undefined, comment };
  return { lead: code.slice(0, sign).trimEnd(), assign: `= ${code.slice(sign + 1).trimStart()}`, comment };
}

/**
 * The sign of a line whose value ends on it: where it stands, how wide the name before it is, and how many spaces are
 * between them. Undefined for other lines.
 */
export function signOf(line: string): { at: number; width: number; gap: number } | undefined {
  const { sign, balanceOfValue, isOpen } = scan(line);
  if (sign === undefined || balanceOfValue !== 0 || isOpen) return undefined;
  const name = line.slice(0, sign).trimEnd();
  return { at: sign, width: name.trimStart().length, gap: sign - name.length };
}
