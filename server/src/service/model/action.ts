import { hasWildcard } from '../iam/wildcard';
import { rememberByText } from '../remember';
import { sharedText } from '../sharedText';
import type { StringNode } from './nodes';

/** What an action string says, wherever it stands. */
export interface ActionName {
  /** The whole string, lower case. */
  readonly lower: string;
  /** Lower case; undefined when the string has no colon. */
  readonly prefix: string | undefined;
  /** Lower case, behind the colon; the whole string when it has none. */
  readonly name: string;
  /** Whether the name (not the prefix) has `*` or `?`. */
  readonly hasWildcard: boolean;
  /** Whether the name or the prefix has `*` or `?`. */
  readonly isPattern: boolean;
  /** Matches every action of every service: `*` or `*:*`. */
  readonly isEverything: boolean;
}

const onlyStars = /^\*+$/;

/** The parts of an action string. */
export const actionName = rememberByText((text: string): ActionName => {
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
export class ActionPattern implements ActionName {
  private readonly parts: ActionName;

  constructor(
    readonly node: StringNode,
    /** It stands in a `NotAction`. */
    readonly negated: boolean,
  ) {
    this.parts = actionName(node.text);
  }

  get text(): string {
    return this.node.text;
  }

  get lower(): string {
    return this.parts.lower;
  }

  get prefix(): string | undefined {
    return this.parts.prefix;
  }

  get name(): string {
    return this.parts.name;
  }

  get hasWildcard(): boolean {
    return this.parts.hasWildcard;
  }

  get isPattern(): boolean {
    return this.parts.isPattern;
  }

  get isEverything(): boolean {
    return this.parts.isEverything;
  }
}
