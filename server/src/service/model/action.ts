import { hasWildcard } from '../iam/wildcard';
import type { StringNode } from './nodes';

/** One string of an `Action` or `NotAction`: a service prefix and an action name, either with wildcards. */
export class ActionPattern {
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
    const lower = node.text.toLowerCase();
    const colon = lower.indexOf(':');
    this.prefix = colon < 0 ? undefined : lower.slice(0, colon);
    this.name = lower.slice(colon + 1);
    this.hasWildcard = hasWildcard(this.name);
  }

  get text(): string {
    return this.node.text;
  }

  /** Matches every action of every service: `*` or `*:*`. */
  get isEverything(): boolean {
    return /^\*+$/.test(this.name) && (this.prefix === undefined || /^\*+$/.test(this.prefix));
  }
}
