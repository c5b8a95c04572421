import { type Arn, parseArn } from '../iam/arn';
import type { StringNode } from './nodes';

/** One string of a `Resource` or `NotResource`. */
export class ResourcePattern {
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
    return parseArn(this.node.text);
  }
}
