import { type Arn, parseArn } from '../iam/arn';
import type { StringNode } from './nodes';

/** One string of a `Resource` or `NotResource`. */
export class ResourcePattern {
  private parsed: Arn | undefined | null = null;

  constructor(
    readonly node: StringNode,
    /** It stands in a `NotResource`. */
    readonly negated: boolean,
  ) {}

  get text(): string {
    return this.node.text;
  }

  get range() {
    return this.node.range;
  }

  get isStar(): boolean {
    return this.node.text === '*';
  }

  /** The ARN's fields, or undefined when it has not six of them. */
  get arn(): Arn | undefined {
    if (this.parsed === null) this.parsed = parseArn(this.node.text);
    return this.parsed;
  }
}
