import { hasWildcard } from '../iam/wildcard';
import { type Numbered, rememberByText } from '../remember';
import type { StringNode } from './nodes';

/** What an action string says, wherever it stands: one object for all strings that are written alike. */
export interface ActionName extends Numbered {
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

/** One string for each prefix: they are compared, and looked up, more often than anything else. */
const prefixOf = rememberByText((prefix) => prefix);

/** The parts of an action string. */
export const actionName = rememberByText((text: string, number: number): ActionName => {
  const lower = text.toLowerCase();
  const colon = lower.indexOf(':');
  const name = lower.slice(colon + 1);
  const prefix = colon < 0 ? undefined : prefixOf(lower.slice(0, colon));
  return {
    number,
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
  /** What it says, in an object that it shares with others. */
  readonly said: ActionName;

  constructor(
    readonly node: StringNode,
    /** It stands in a `NotAction`. */
    readonly negated: boolean,
  ) {
    this.said = actionName(node.text);
  }

  get number(): number {
    return this.said.number;
  }

  get text(): string {
    return this.node.text;
  }

  get lower(): string {
    return this.said.lower;
  }

  get prefix(): string | undefined {
    return this.said.prefix;
  }

  get name(): string {
    return this.said.name;
  }

  get hasWildcard(): boolean {
    return this.said.hasWildcard;
  }

  get isPattern(): boolean {
    return this.said.isPattern;
  }

  get isEverything(): boolean {
    return this.said.isEverything;
  }
}
