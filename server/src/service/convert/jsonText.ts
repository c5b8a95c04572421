/** The text that a string of JSON stands for; undefined where it is none. */
export function jsonText(source: string): string | undefined {
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
