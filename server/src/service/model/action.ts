import { hasWildcard } from '../iam/wildcard';
import { rememberByText } from '../remember';
import { sharedText } from '../sharedText';
import type { StringNode } from './nodes';

/** The parts of an action string. */
interface Parts {
  readonly lower: string;
  readonly prefix: string | undefined;
  readonly name: string;
  readonly hasWildcard: boolean;
  readonly isPattern: boolean;
  readonly isEverything: boolean;
}

const onlyStars = /^\*+$/;

const partsOf = rememberByText((text: string): Parts => {
  const lower = text.toLowerCase();
  const colon = lower.indexOf(':');
  const name = lower.slice(colon + 1);
  const prefix = colon < 0 ? undefined : sharedText(lower.slice(0, colon));
  return {
    lower,
    prefix,
    name,
    hasWildcard: hasWildcard(name),
    isPattern: hasWildcard(lower),
    isEverything: onlyStars.test(name) && (prefix === undefined || onlyStars.test(prefix)),
  };
});

/** One string of an `Action` or `NotAction`: a service prefix and an action name, either with wildcards. */
export class ActionPattern {
  private readonly parts: Parts;

  constructor(
    readonly node: StringNode,
    /** It stands in a `NotAction`. */
    readonly negated: boolean,
  ) {
    this.parts = partsOf(node.text);
  }

  get text(): string {
    return this.node.text;
  }

  /** The whole string, lower case. */
  get lower(): string {
    return this.parts.lower;
  }

  /** Lower case; undefined when the string has no colon. */
  get prefix(): string | undefined {
    return this.parts.prefix;
  }

  /** Lower case, behind the colon; the whole string when it has none. */
  get name(): string {
    return this.parts.name;
  }

  /** Whether the name (not the prefix) has `*` or `?`. */
  get hasWildcard(): boolean {
    return this.parts.hasWildcard;
  }

  /** Whether the name or the prefix has `*` or `?`. */
  get isPattern(): boolean {
    return this.parts.isPattern;
  }

  /** Matches every action of every service: `*` or `*:*`. */
  get isEverything(): boolean {
    return this.parts.isEverything;
  }
}
