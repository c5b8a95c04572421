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
  const { sign, comment: from, brackets } = scan(line);
  const code = line.slice(0, from ?? line.length).trimEnd();
  const isComment = code.trim() === '';
  const comment = from !== undefined && !isComment ? line.slice(from).trimEnd() : undefined;
  if (isComment) return { lead: line.trimEnd(), assign: undefined, comment: undefined };
  if (sign === undefined || brackets !== 0) return { lead: code, assign: undefined, comment };
  return { lead: code.slice(0, sign).trimEnd(), assign: `= ${code.slice(sign + 1).trimStart()}`, comment };
}

/** What a line of Terraform has outside of its strings. */
export interface ScannedLine {
  /** The `=` between a name and its value. */
  readonly sign: number | undefined;
  /** Where a comment begins that goes to the end of the line. */
  readonly comment: number | undefined;
  /** Opening brackets, less the closing ones, from the sign on. */
  readonly brackets: number;
}

/** Looks a line through that does not begin within a string, heredoc or comment. */
export function scan(line: string): ScannedLine {
  let sign: number | undefined;
  let brackets = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line[at]!;
    if (character === '"') at = endOfString(line, at) - 1;
    else if (character === '#' || line.startsWith('//', at)) return { sign, comment: at, brackets };
    else if (line.startsWith('/*', at)) {
      const end = line.indexOf('*/', at + 2);
      if (line.slice(end + 2).trim() === '' || end < 0) return { sign, comment: at, brackets };
      at = end + 1;
    } else if (sign === undefined && isSign(line, at)) sign = at;
    else if (sign !== undefined && '([{'.includes(character)) brackets++;
    else if (sign !== undefined && ')]}'.includes(character)) brackets--;
  }
  return { sign, comment: undefined, brackets };
}

function isSign(line: string, at: number): boolean {
  return line[at] === '=' && !'=>'.includes(line[at + 1] ?? ' ') && !'=<>!'.includes(line[at - 1] ?? '=');
}

/** Behind the quote that closes the string opened at the offset, or the end of the line. */
function endOfString(line: string, open: number): number {
  for (let at = open + 1; at < line.length; at++) {
    const character = line[at]!;
    if (character === '\\') at++;
    else if (character === '"') return at + 1;
    else if (/^([$%])\1\{/.test(line.slice(at, at + 3))) at += 2;
    else if (/^[$%]\{/.test(line.slice(at, at + 2))) at = endOfInterpolation(line, at + 2) - 1;
  }
  return line.length;
}

function endOfInterpolation(line: string, from: number): number {
  let depth = 1;
  for (let at = from; at < line.length; at++) {
    const character = line[at]!;
    if (character === '"') at = endOfString(line, at) - 1;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return line.length;
}
