import snippets from '../../../../data/template-snippets.json';
import type { Completion, Completions } from './suggestion';
import { lineStartAt } from '../../model/lines';

/** A word that begins its line, up to the cursor, and what of it stands behind. */
const wordBefore = /^([ \t]*)([\w-]*)$/;
const wordBehind = /^[\w-]*/;
const head = 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n\t';

/**
 * Whole resources (a role with its profile) for a template in YAML: among its resources, or in a file that is still
 * empty, which they make a template. Nothing anywhere else, so that other YAML is left alone.
 */
export function templateSnippets(text: string, offset: number): Completions {
  const lineStart = lineStartAt(text, offset);
  const match = wordBefore.exec(text.slice(lineStart, offset));
  if (!match) return nothing;
  const [, indent = '', word = ''] = match;
  const behind = wordBehind.exec(text.slice(offset))![0].length;
  const range = { start: offset - word.length, end: offset + behind };
  const isEmpty = (text.slice(0, range.start) + text.slice(range.end)).trim() === '';
  if (!isEmpty && !isAmongResources(text.slice(0, lineStart), indent.length)) return nothing;
  const items = Object.values(snippets).map(({ prefix, description, body }): Completion => {
    // Editors turn tabs into what the file is indented by.
    const lines = body.map((line) => line.replace(/^(?: {2})+/, (spaces) => '\t'.repeat(spaces.length / 2)));
    return {
      suggestion: {
        label: prefix,
        kind: 'template',
        detail: description,
        piece: { kind: 'values', values: [] },
      },
      range,
      insert: isEmpty ? head + lines.join('\n\t') : lines.join('\n'),
      filter: prefix,
      asksAgain: false,
      besides: [],
    };
  });
  return { items, isIncomplete: false };
}

const nothing: Completions = { items: [], isIncomplete: false };

/** The line above that stands further out is `Resources:`, and no line between stands further in than the first below it. */
function isAmongResources(before: string, indent: number): boolean {
  const lines = before.split('\n').filter((line) => /^[ \t]*[^\s#]/.test(line));
  const at = lines.findLastIndex((line) => columnOf(line) < indent);
  const resources = /^[ \t]*["']?Resources["']?[ \t]*:[ \t]*(#.*)?\r?$/;
  if (at < 0 || !resources.test(lines[at]!)) return false;
  const first = lines[at + 1];
  return first === undefined || columnOf(first) === indent;
}

function columnOf(line: string): number {
  return /^[ \t]*/.exec(line)![0].length;
}
