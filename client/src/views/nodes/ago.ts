const units = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago something was, in its largest unit: `3 days ago`. */
export const ago = (at: Date, now = Date.now()): string => {
  const seconds = Math.max(0, (now - at.getTime()) / 1000);
  const [unit, size] = units.find(([, length]) => seconds >= length) ?? ['minute', 60];
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  return seconds < 60 ? 'just now' : format.format(-Math.floor(seconds / size), unit);
};
