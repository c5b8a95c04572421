const languages: readonly (readonly [ending: string, language: string])[] = [
  ['.tf', 'terraform'],
  ['.tofu', 'opentofu'],
];

/**
 * The language that a document is to be given because no extension says what its file is.
 * @param path of the document
 * @param associations the person's own, of `files.associations`: a pattern for the ending is a choice to respect
 * @returns undefined where the document is to stay as it is
 */
export function terraformLanguage(
  languageId: string,
  path: string,
  associations: Readonly<Record<string, string>> = {},
): string | undefined {
  if (languageId !== 'plaintext') return undefined;
  const found = languages.find(([ending]) => path.toLowerCase().endsWith(ending));
  if (!found) return undefined;
  const [ending, language] = found;
  const isChosen = Object.keys(associations).some((pattern) => pattern.toLowerCase().endsWith(ending));
  return isChosen ? undefined : language;
}
