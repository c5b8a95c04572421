import { type Arn, parseArn } from '../iam/arn';
import type { StringNode } from './nodes';

/** One string of a `Resource` or `NotResource`. */
export class ResourcePattern {
  /** Null before it is asked for. */
  private fields: Arn | undefined | null = null;
  private plainFields: Arn | undefined | null = null;

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
    if (this.fields === null) this.fields = parseArn(this.node.text);
    return this.fields;
  }

  /** The same, or undefined when a policy variable stands in one of the first five. */
  get plainArn(): Arn | undefined {
    if (this.plainFields === null) this.plainFields = withPlainFields(this.arn, this.node.text);
    return this.plainFields;
  }
}

function withPlainFields(arn: Arn | undefined, text: string): Arn | undefined {
  const variable = arn ? text.indexOf('${') : -1;
  return arn && variable >= 0 && variable < arn.starts[5]! ? undefined : arn;
}
