import { type Arn, parseArn } from '../iam/arn';
import { type ComputedNode, hasComputed, listOf, type PolicyNode } from './nodes';

/** Stands for an unknown part. It can't stand in a policy, nor be taken for one that can. */
const unknown = '\uFFFC';

/** A computed value of which parts are known: `!Sub "arn:aws:s3:::${Bucket}/*"`. */
export class PartialText {
  /** The known texts, with a mark in place of each unknown one. */
  readonly text: string;

  constructor(
    readonly node: ComputedNode,
    parts: NonNullable<ComputedNode['parts']>,
  ) {
    this.text = parts.map((part) => part ?? unknown).join('');
  }

  get range() {
    return this.node.range;
  }

  /** An ARN's field where it is known as a whole; undefined where it is not, or where this is no ARN. */
  field(name: Exclude<keyof Arn, 'starts'>): string | undefined {
    const arn = parseArn(this.text);
    // An unknown part before the field may bring colons of its own, but for what stands between two of them.
    const field = arn?.[name];
    return field === undefined || field.includes(unknown) || !this.isFixed(name, arn!) ? undefined : field;
  }

  /** What stands before the first colon, where that is known. */
  get prefix(): string | undefined {
    const colon = this.text.indexOf(':');
    const prefix = colon < 0 ? unknown : this.text.slice(0, colon);
    return prefix.includes(unknown) ? undefined : prefix;
  }

  /** What is known before the first unknown part; all of it where nothing is unknown. */
  get stem(): string {
    const end = this.text.indexOf(unknown);
    return end < 0 ? this.text : this.text.slice(0, end);
  }

  /** How an ARN's resource begins, as far as that is known; all of it where nothing is unknown. */
  get resourceStem(): string | undefined {
    const arn = parseArn(this.text);
    if (!arn || !this.isFixed('resource', arn)) return undefined;
    return arn.resource.split(unknown)[0];
  }

  /** A label and a dot at the start, as in `ec2.${AWS::URLSuffix}`, and nothing that is known behind but a suffix. */
  get service(): string | undefined {
    return /^([a-z0-9-]+(?:\.[a-z0-9-]+)*)\.\uFFFC(?:\.amazonaws\.com(?:\.cn)?)?$/i.exec(this.text)?.[1];
  }

  /** Every unknown part before the field fills a field of its own: `${AWS::Partition}`, `${Region}`. */
  private isFixed(name: Exclude<keyof Arn, 'starts'>, arn: Arn): boolean {
    const order = ['partition', 'service', 'region', 'account', 'resource'] as const;
    return order
      .slice(0, order.indexOf(name))
      .every((field) => arn[field] === unknown || !arn[field].includes(unknown));
  }
}

const none: readonly PartialText[] = [];

/** The values of an element that are known in part. */
export function partialTexts(node: PolicyNode | undefined): readonly PartialText[] {
  // Most policies have nothing computed in them.
  if (!node || !hasComputed(node)) return none;
  return listOf(node).flatMap((item) =>
    item.kind === 'computed' && item.parts?.some((part) => part !== undefined)
      ? new PartialText(item, item.parts)
      : [],
  );
}
