import { hasWildcard } from '../iam/wildcard';
import { rememberByText } from '../remember';
import type { StringNode } from './nodes';

/** The parts of an action string. */
interface Parts {
  readonly lower: string;
  readonly prefix: string | undefined;
  readonly name: string;
  readonly hasWildcard: boolean;
}

const partsOf = rememberByText((text: string): Parts => {
  const lower = text.toLowerCase();
  const colon = lower.indexOf(':');
  const name = lower.slice(colon + 1);
  return {
    lower,
    prefix: colon < 0 ? undefined : lower.slice(0, colon),
    name,
    hasWildcard: hasWildcard(name),
  };
});

/** One string of an `Action` or `NotAction`: a service prefix and an action name, either with wildcards. */
export class ActionPattern {
  /** The whole string, lower case. */
  readonly lower: string;
  /** Lower case; undefined when the string has no colon. */
  readonly prefix: string | undefined;
  /** Lower case, behind the colon; the whole string when it has none. */
  readonly name: string;
  /** Whether the name (not the prefix) has `*` or `?`. */
  readonly hasWildcard: boolean;

  constructor(
    readonly node: StringNode,
    /** It stands in a `NotAction`. */
    readonly negated: boolean,
  ) {
    const parts = partsOf(node.text);
    this.lower = parts.lower;
    this.prefix = parts.prefix;
    this.name = parts.name;
    this.hasWildcard = parts.hasWildcard;
  }

  get text(): string {
    return this.node.text;
  }

  /** Matches every action of every service: `*` or `*:*`. */
  get isEverything(): boolean {
    return (
      this.hasWildcard && /^\*+$/.test(this.name) && (this.prefix === undefined || /^\*+$/.test(this.prefix))
    );
  }
}
