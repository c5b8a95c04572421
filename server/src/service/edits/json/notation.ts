/** How objects, lists and strings are spelled: as in JSON, or in a language that is like it. */
export interface Notation {
  /** The inside of a string, between its quotes. */
  inner(text: string): string;
  /** A key, with quotes where it needs some. */
  key(name: string): string;
  /** What stands between a key and its value. */
  readonly sign: string;
  /** Entries of an object may stand on lines of their own without commas. */
  readonly linesSeparate: boolean;
}

export const jsonNotation: Notation = {
  inner: (text) => JSON.stringify(text).slice(1, -1),
  key: (name) => JSON.stringify(name),
  sign: ': ',
  linesSeparate: false,
};

/** JSON in a Terraform heredoc, which reads `${` and `%{` itself. */
export const heredocNotation: Notation = {
  ...jsonNotation,
  inner: (text) => withoutTemplates(jsonNotation.inner(text)),
};

/**
 * Terraform's objects. Its strings have no escapes for backspace and form feed.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-literals
 */
export const hclNotation: Notation = {
  inner: hclInner,
  key: (name) => (/^[A-Za-z_][\w-]*$/.test(name) ? name : `"${hclInner(name)}"`),
  sign: ' = ',
  linesSeparate: true,
};

/** aws_iam_policy_document has a way of its own to write policy variables. */
export const documentNotation: Notation = {
  ...hclNotation,
  inner: (text) => hclInner(text.replaceAll('${', '&{')),
};

function hclInner(text: string): string {
  const escaped = jsonNotation.inner(text).replaceAll('\\b', '\\u0008').replaceAll('\\f', '\\u000c');
  return withoutTemplates(escaped);
}

/** `${` and `%{` that Terraform leaves alone. */
export function withoutTemplates(text: string): string {
  return text.replace(/([$%])\{/g, '$1$1{');
}
