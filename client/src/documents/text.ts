import { applyEdits, format } from 'jsonc-parser';

/** Lays a policy's JSON out for reading; nothing in it is lost, as a key that stands twice would be by parsing. */
export const laidOut = (text: string): string => {
  if (text.includes('\n')) return text;
  const edits = format(text, undefined, { tabSize: 2, insertSpaces: true, eol: '\n' });
  return `${applyEdits(text, edits)}\n`;
};

/** Whether two texts are the same policy but for layout. */
export const isSamePolicy = (one: string, other: string): boolean => essence(one) === essence(other);

const essence = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text.trim();
  }
};
