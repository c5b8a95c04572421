import { type Arn, parseArn } from '../iam/arn';
import { type Numbered, rememberByText } from '../remember';
import type { StringNode } from './nodes';

/** What a resource string says, wherever it stands: one object for all strings that are written alike. */
class ResourceName implements Numbered {
  /** Null before it is asked for. */
  private fields: Arn | undefined | null = null;
  private plainFields: Arn | undefined | null = null;

  constructor(
    readonly text: string,
    readonly number: number,
  ) {}

  get arn(): Arn | undefined {
    if (this.fields === null) this.fields = parseArn(this.text);
    return this.fields;
  }

  get plainArn(): Arn | undefined {
    if (this.plainFields === null) this.plainFields = withPlainFields(this.arn, this.text);
    return this.plainFields;
  }
}

const resourceName = rememberByText((text, number) => new ResourceName(text, number));

function withPlainFields(arn: Arn | undefined, text: string): Arn | undefined {
  const variable = arn ? text.indexOf('${') : -1;
  return arn && variable >= 0 && variable < arn.starts[5]! ? undefined : arn;
}

/** One string of a `Resource` or `NotResource`. */
export class ResourcePattern {
  /** What it says, in an object that it shares with others. */
  readonly said: ResourceName;

  constructor(
    readonly node: StringNode,
    /** It stands in a `NotResource`. */
    readonly negated: boolean,
  ) {
    this.said = resourceName(node.text);
  }

  get text(): string {
    return this.said.text;
  }

  get range() {
    return this.node.range;
  }

  get isStar(): boolean {
    return this.said.text === '*';
  }

  /** The ARN's fields, or undefined when it has not six of them. */
  get arn(): Arn | undefined {
    return this.said.arn;
  }

  /** The same, or undefined when a policy variable stands in one of the first five. */
  get plainArn(): Arn | undefined {
    return this.said.plainArn;
  }
}
