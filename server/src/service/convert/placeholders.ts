/** A value that the person who converts has to bring along, since only the template it comes from computes it. */
export interface Placeholder {
  /** As it stands in the converted text: `var.bucket_arn`. */
  readonly name: string;
  /** What it stands for, in the language it comes from: `!GetAtt Bucket.Arn`. */
  readonly original: string;
}

/** Names for what can't be said in another language: the same name for the same original, and for it alone. */
export class Placeholders {
  private readonly byOriginal = new Map<string, string>();

  /** @param spell the name for words, such as `var.bucket_arn` for `Bucket` and `Arn` */
  constructor(private readonly spell: (words: readonly string[]) => string) {}

  nameOf(original: string): string {
    const known = this.byOriginal.get(original);
    if (known !== undefined) return known;
    const words = wordsOf(original);
    const taken = new Set(this.byOriginal.values());
    let name = this.spell(words);
    for (let number = 2; taken.has(name); number++) name = this.spell([...words, String(number)]);
    this.byOriginal.set(original, name);
    return name;
  }

  get all(): readonly Placeholder[] {
    return [...this.byOriginal].map(([original, name]) => ({ name, original }));
  }
}

/** Names with more words are no longer names. */
const mostWords = 6;

/** The words of an expression in lower case, without the names of the functions and scopes that every such expression has. */
function wordsOf(original: string): string[] {
  const bare = original
    .replace(/^!\w+\s+|"Fn::\w+"|"Ref"/g, ' ')
    .replace(/^(var|local)\.|AWS::|\{\{resolve:/g, ' ');
  const words = bare.match(/[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+/g) ?? [];
  const named = words.slice(0, mostWords).map((word) => word.toLowerCase());
  return /^[a-z]/.test(named[0] ?? '') ? named : ['value', ...named];
}

/** `BucketArn` */
export function inPascalCase(words: readonly string[]): string {
  return words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
}

/** `bucket_arn` */
export function inSnakeCase(words: readonly string[]): string {
  return words.join('_');
}
