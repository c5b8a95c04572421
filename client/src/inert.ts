/**
 * Text from outside (names, tags, AWS's messages) made safe to show: control characters and the marks that reorder
 * text are dropped, long text is cut. For places that know no markup of their own.
 */
export const inert = (text: string, limit = 200): string => {
  const plain = text.replace(unseen, ' ').replace(/ {2,}/g, ' ').trim();
  return plain.length <= limit ? plain : `${[...plain].slice(0, limit - 1).join('')}…`;
};

/** As `inert`, for notifications, where VS Code turns `[text](command:…)` into a link. */
export const inertInMessage = (text: string, limit?: number): string =>
  inert(text, limit).replaceAll('](', '] (');

/** As `inert`, for labels in which VS Code draws `$(name)` as an icon: pickers and the status bar. */
export const inertInLabel = (text: string, limit?: number): string =>
  inert(text, limit).replaceAll('$(', '\\$(');

// Control characters, line and paragraph separators, zero-width and bidirectional marks, and the byte order mark.
const unseen = /[\p{Cc}\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]+/gu;
