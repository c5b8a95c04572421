/**
 * What a suggestion writes, before it is put into the syntax of a host: plain data, whose strings may hold stops. A
 * stop is where the cursor goes next; equal numbers are filled in together.
 */
export type Template = string | boolean | number | readonly Template[] | { readonly [key: string]: Template };

// Private characters: they can't stand in a policy, so that a text with `${aws:username}` needs no escapes.
const begin = '\ue000';
const between = '\ue001';
const end = '\ue002';
const stopMark = new RegExp(`${begin}(\\d+)${between}([^${end}]*)${end}`, 'g');
const choiceMark = '\ue003';

/** A stop that keeps the text unless the person types another. */
export function stop(number: number, text = ''): string {
  return `${begin}${number}${between}${text}${end}`;
}

/** A stop with texts to choose from; the first one stays. */
export function choice(number: number, texts: readonly string[]): string {
  return stop(number, texts.join(choiceMark));
}

/** An object with nothing in it but the cursor. */
export function openObject(number: number): Template {
  return { [stop(number)]: '' };
}

/** The stop of an {@link openObject}; undefined for any other template. */
export function stopOfOpenObject(template: Template): string | undefined {
  if (typeof template !== 'object' || Array.isArray(template)) return undefined;
  const [entry, ...others] = Object.entries(template);
  const isOpen = entry?.[1] === '' && others.length === 0 && withoutStops(entry[0]) === '';
  return isOpen ? entry[0] : undefined;
}

/** The template's string as a snippet of the Language Server Protocol, with the characters escaped by the host first. */
export function toSnippet(text: string, escapeInHost: (text: string) => string): string {
  if (!text.includes(begin)) return escapeSnippet(escapeInHost(text));
  const pieces = text.split(stopMark);
  return pieces
    .map((piece, index) => {
      if (index % 3 === 0) return escapeSnippet(escapeInHost(piece));
      if (index % 3 === 1) return '';
      return toStop(pieces[index - 1]!, piece, escapeInHost);
    })
    .join('');
}

function toStop(number: string, text: string, escapeInHost: (text: string) => string): string {
  if (text === '') return `$${number}`;
  const choices = text.split(choiceMark).map(escapeInHost);
  if (choices.length === 1) return `\${${number}:${escapeSnippet(choices[0]!)}}`;
  return `\${${number}|${choices.map((one) => one.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
}

/** The text as it stands when no stop is filled in. */
export function withoutStops(text: string): string {
  if (!text.includes(begin)) return text;
  return text.replace(stopMark, (_, __, kept: string) => kept.split(choiceMark)[0]!);
}

/** Whether the first stop has nothing in it, so that suggestions may be wanted there. */
export function beginsEmpty(snippet: string): boolean {
  if (!snippet.includes('$')) return false;
  return /^[^]*?(?<!\\)\$(\d|\{\d)/.exec(snippet)?.[1]?.startsWith('{') === false;
}

function escapeSnippet(text: string): string {
  return /[\\$}]/.test(text) ? text.replace(/[\\$}]/g, '\\$&') : text;
}

const stops = /\\(.)|\$\d|\$\{\d+\|((?:\\.|[^|,\\])*)(?:\\.|[^|\\])*\|\}|\$\{\d+:((?:\\.|[^}\\])*)\}/gs;

/** A snippet as it stands when no stop is filled in, for editors that take none. */
export function plainText(snippet: string): string {
  if (!/[$\\]/.test(snippet)) return snippet;
  return snippet.replace(stops, (_, escaped?: string, first?: string, kept?: string) => {
    return escaped ?? (first ?? kept ?? '').replace(/\\(.)/gs, '$1');
  });
}
