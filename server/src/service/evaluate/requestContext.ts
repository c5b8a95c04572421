/**
 * What is known of a request: the values of a condition key, `absent` where the request surely lacks the key,
 * `unknown` where nobody said.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/intro-structure.html#intro-structure-request
 */
export type KeyState = readonly string[] | 'absent' | 'unknown';

/** Values by condition key, in any case; null says that the request lacks the key. */
export type KnownKeys = Readonly<Record<string, string | readonly string[] | null>>;

export class RequestContext {
  private readonly known = new Map<string, readonly string[] | 'absent'>();

  /** @param sources later ones overrule earlier ones */
  constructor(...sources: readonly KnownKeys[]) {
    for (const source of sources) {
      for (const [key, value] of Object.entries(source)) this.known.set(key.toLowerCase(), stateOf(value));
    }
  }

  /** @param key in any case */
  state(key: string): KeyState {
    return this.known.get(key.toLowerCase()) ?? 'unknown';
  }
}

function stateOf(value: string | readonly string[] | null): readonly string[] | 'absent' {
  if (value === null) return 'absent';
  return typeof value === 'string' ? [value] : value;
}
