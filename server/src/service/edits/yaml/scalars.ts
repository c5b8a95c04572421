/** How a string is quoted. */
export type Quote = '"' | "'" | '';

/** Words and numbers that YAML 1.1 or 1.2 take for something else than a string, dates among them. */
const otherwise =
  /^(~|null|true|false|yes|no|on|off|y|n|[-+]?(\d[\d_]*)?\.?\d+([eE][-+]?\d+)?|0x[\da-f]+|0o[0-7]+|\d{4}-\d\d?-\d\d?.*|[-+]?\.(inf|nan))$/i;

/** Whether a string can stand without quotes, in flow style too. */
export function canBePlain(text: string): boolean {
  if (text === '' || otherwise.test(text)) return false;
  if (!/^[\w/.$(+^]/.test(text) || /[\s:]$/.test(text)) return false;
  return (
    !/: | #|[,[\]{}\n\t]/.test(text) &&
    !/[^\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd]|[\u2028\u2029\ufeff]/.test(text)
  );
}

/** The inside of a string with those quotes. */
export function escapeFor(quote: Quote, text: string): string {
  if (quote === "'") return text.replaceAll("'", "''");
  return quote === '"' ? JSON.stringify(text).slice(1, -1).replace(unprintable, asEscape) : text;
}

/** What YAML takes for the end of a line, or for no character of a text, and JSON leaves as it is. */
const unprintable = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

function asEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The string as it is written; quoted where it must be. */
export function renderString(text: string, quote: Quote): string {
  if (quote === '' || (quote === "'" && /[\n\r\t]/.test(text))) {
    return canBePlain(text) ? text : `"${escapeFor('"', text)}"`;
  }
  return `${quote}${escapeFor(quote, text)}${quote}`;
}
