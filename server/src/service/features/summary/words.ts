/** `a`, `a and b`, `a, b and c`, `a, b and 5 more`. */
export function listOfWords(words: readonly string[], most: number, ofWhat = ''): string {
  const rest = words.length - most;
  const shown = rest > 0 ? [...words.slice(0, most), `${rest} more${ofWhat}`] : words;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

/** `GetObjectACLs` as `get object ACLs`: words in lower case, abbreviations as they are. */
export function wordsOf(name: string): string[] {
  const words = name.match(/[A-Z]+s(?![a-z])|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  return words.map((word) => (/^[A-Z]{2}/.test(word) ? word : word.toLowerCase()));
}

/** Nouns that say several without an s. */
const uncountable = /(ing|data|information|access|metadata|history|status|health|s)$/i;

export function plural(noun: string): string {
  if (noun === '' || uncountable.test(noun)) return noun;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

const doubling = new Set([
  'submit',
  'commit',
  'admit',
  'permit',
  'begin',
  'transfer',
  'infer',
  'untag',
  'unmap',
  'reset',
]);

/** `read` as `reading`, `look up` as `looking up`. */
export function gerund(phrase: string): string {
  const [verb = '', ...rest] = phrase.split(' ');
  return [gerundOf(verb), ...rest].join(' ');
}

function gerundOf(verb: string): string {
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  const isShort = /^[^aeiou]*[aeiou][bdgmnprt]$/.test(verb) || doubling.has(verb);
  return `${verb}${isShort ? verb.at(-1) : ''}ing`;
}
