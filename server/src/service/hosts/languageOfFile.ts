/** File name endings, longest first, and the languages that editors take such files for. */
const languages: readonly (readonly [ending: string, language: string])[] = [
  ['.jsonc', 'jsonc'],
  ['.iampolicy', 'iam-policy'],
  ['.json', 'json'],
  ['.tofu', 'opentofu'],
  ['.tf', 'terraform'],
  ['.yaml', 'yaml'],
  ['.yml', 'yaml'],
  ['.template', 'cloudformation'],
];

/** Endings of files that may hold policies, without the dot. */
export const policyFileEndings: readonly string[] = languages.map(([ending]) => ending.slice(1));

/** The language of a file by its name, as editors tell it; JSON where nothing says otherwise. */
export function languageOfFile(fileName: string): string {
  const lower = fileName.toLowerCase();
  return languages.find(([ending]) => lower.endsWith(ending))?.[1] ?? 'json';
}
