/** A pattern that matches the text and nothing else. */
export function verbatim(text: string): string {
  return text.replace(/\W/g, '\\$&');
}
