import { lineEndAt } from '../../model/lines';

/** Stands in place of an expression that a template engine fills in; of a private area, so that no text has it. */
const filledIn = '\ue000';
/** Stands in place of what decides which lines there are. */
const deciding = '\ue001';

/** `{{ … }}` of Helm, Ansible and Jinja, `{% … %}`, comments of several lines; CloudFormation's own braces left out. */
const expression =
  /\{\{-?[ \t]*\/\*[^]*?\*\/[ \t]*-?\}\}|\{\{(?!resolve:)(?:[^{}\n]|\{[^{}\n]*\})*\}\}|\{%[^%\n]*%\}/g;
const keyword =
  /^(?:\{%|\{\{-?[ \t]*(?:\/\*|if|else|end|range|with|define|block|template|include|tpl|toYaml)\b)/;

/**
 * A YAML text as it is before an engine fills it in, so that YAML can be read of it: as long as before, with something
 * harmless in place of expressions. A line that is nothing but an expression becomes a comment.
 */
export function masked(text: string): string {
  if (!text.includes('{{') && !text.includes('{%')) return text;
  return text.replace(expression, (found, at: number) => {
    if (isAlone(text, at, found.length)) return `#${maskOf(found.slice(1), deciding)}`;
    return maskOf(found, isDeciding(found) ? deciding : filledIn);
  });
}

/** Some of what stands there an engine fills in. */
export function isFilledIn(text: string): boolean {
  return text.includes(filledIn);
}

/** An engine decides which lines of it there are. */
export function isDecided(text: string): boolean {
  return text.includes(deciding);
}

function isDeciding(found: string): boolean {
  // What a function gives may be laid out over lines, but stands where a value stands.
  return keyword.test(found) && !/^\{\{-?[ \t]*(?:include|tpl|toYaml)\b/.test(found);
}

function isAlone(text: string, at: number, length: number): boolean {
  const lineStart = text.lastIndexOf('\n', at) + 1;
  const around = text.slice(lineStart, at) + text.slice(at + length, lineEndAt(text, at + length));
  return around.trim() === '';
}

function maskOf(found: string, mask: string): string {
  return found.replace(/[^\n]/g, mask);
}
