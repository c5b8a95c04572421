/** Stops of a snippet: `$1`, `${1:`, `${1|`; escaped characters; what opens a policy variable; and any other one. */
const tokens = /\$\d+|\$\{\d+[:|]|\\\$\{|\\([^])|[^]/g;

/**
 * A snippet that writes JSON, for a string of a host. Lines become one: there they would be escapes.
 *
 * @param encode JSON as the host's string has it
 */
export function encodedSnippet(snippet: string, encode: (json: string) => string): string {
  return snippet.replace(/\n\s*/g, ' ').replace(tokens, (token: string, escaped: string | undefined) => {
    if (/^\$[\d{]/.test(token) || token === '}') return token;
    if (token === '\\${') return inSnippet(encode('${'));
    // The marks between choices.
    if (escaped !== undefined && ',|'.includes(escaped)) return token;
    return inSnippet(encode(escaped ?? token));
  });
}

function inSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
