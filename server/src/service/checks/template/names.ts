import type { Target } from './facts';

const filledIn = String.raw`\$\{[^{}]*\}`;
const arn = new RegExp(
  String.raw`^arn:(?:${filledIn}|[\w-])+:iam::(?:${filledIn})?:(role|instance-profile)/` +
    String.raw`(?:(?:${filledIn}|[^/$])+/)*((?:${filledIn}|[^/$])+)$`,
);

/**
 * What a text names, taken for a name or for the ARN of a role or profile. An ARN with an account written out may be one of
 * another account, so nothing is said of it.
 *
 * @param text what is filled in stands as `${…}`
 * @param idOf the resource that a `${…}` leads to, by what stands in it
 */
export function targetOf(text: string, idOf: (reference: string) => Target | undefined): Target | undefined {
  const [, kind, named] = arn.exec(text) ?? [];
  if (named === undefined && text.startsWith('arn:')) return undefined;
  const name = named ?? text;
  const reference = /^\$\{([^{}]*)\}$/.exec(name)?.[1];
  const found = reference === undefined ? undefined : idOf(reference);
  const isArn = named !== undefined;
  return { name, ...found, ...(isArn && { isArn, of: kind === 'role' ? 'role' : 'profile' }) };
}

/** Whether two resources have the same name, as far as can be told. */
export function isSameName(
  a: string | undefined,
  b: string | undefined,
  isGenerated: (name: string) => boolean,
): 'yes' | 'no' | 'unknown' {
  if (a === undefined || b === undefined) return 'unknown';
  // Names that differ by case alone can't both be had in an account.
  if (a.toLowerCase() === b.toLowerCase()) return 'yes';
  if (isGenerated(a) || isGenerated(b)) return 'no';
  return differing(a, b).every((rest) => !rest.includes('${')) ? 'no' : 'unknown';
}

/** The two texts without what both begin and end with; what is filled in counts as one character. */
function differing(a: string, b: string): readonly [string, string] {
  const [one, other] = [charactersOf(a), charactersOf(b)];
  while (one.length > 0 && one[0] === other[0]) {
    one.shift();
    other.shift();
  }
  while (one.length > 0 && one.at(-1) === other.at(-1)) {
    one.pop();
    other.pop();
  }
  return [one.join(''), other.join('')];
}

function charactersOf(name: string): string[] {
  return name.match(/\$\{[^{}]*\}|[^]/g) ?? [];
}
