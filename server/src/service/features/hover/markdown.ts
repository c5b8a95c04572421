/** Paragraphs of Markdown, those that are empty left out. */
export function paragraphs(...texts: readonly (string | undefined | false)[]): string {
  return texts.filter(Boolean).join('\n\n');
}

/** Names as code; a grave accent in one of them can't end it. */
export function code(names: readonly string[]): string {
  return names.map(codeOf).join(', ');
}

/** A text from the policy as code, so that nothing in it is taken for Markdown. */
export function codeOf(text: string): string {
  const clean = text.replace(/[\r\n]+/g, ' ');
  if (!clean.includes('`')) return `\`${clean}\``;
  return `\`\` ${clean.replaceAll('``', "''")} \`\``;
}

/** Some of the names, and how many more there are. */
export function some(names: readonly string[], shown: number): string {
  const rest = names.length - shown;
  return code(names.slice(0, shown)) + (rest > 0 ? ` and ${rest} more` : '');
}

const userGuide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';

/** A link to a page of the IAM User Guide, by the page's name. */
export function guide(page: string, title = 'IAM User Guide'): string {
  return `[${title}](${guidePage(page)})`;
}

/** Address of a page of the IAM User Guide. */
export function guidePage(page: string): string {
  return `${userGuide}${page}.html`;
}
