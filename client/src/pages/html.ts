/** Text that is HTML already. Only `html` makes it, so nothing from outside gets in unescaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Value = string | number | undefined | false | Html | readonly Value[];

/** A template whose values are escaped, but for those that are HTML already. Nothing is written for `undefined`. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html =>
  new Html(parts.map((part, index) => part + written(values[index])).join(''));

const written = (value: Value): string => {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(written).join('');
  return String(value).replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
};
