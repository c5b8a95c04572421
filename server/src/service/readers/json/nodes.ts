import type {
  ArrayNode,
  BareNode,
  Entry,
  ObjectNode,
  OffsetRange,
  PolicyNode,
  StringNode,
} from '../../model/nodes';

/**
 * Nodes of JSON texts. A policy has hundreds of them and few are ever asked where they are: ranges are made on
 * demand, and what is rare takes no room in the others. `end` moves while what a node holds is still being read.
 */
abstract class Placed {
  constructor(
    readonly start: number,
    public end: number,
  ) {}

  get range(): OffsetRange {
    return { start: this.start, end: this.end };
  }
}

export class JsonString extends Placed implements StringNode {
  readonly kind = 'string';
  readonly offsets?: readonly number[];
  readonly unclosed?: boolean;

  constructor(
    readonly text: string,
    start: number,
    end: number,
  ) {
    super(start, end);
  }

  get contentStart(): number {
    return this.start + 1;
  }
}

/** A string that does not stand in the text as it is: it has escapes, or no end. */
export class AlteredString extends JsonString {
  constructor(
    text: string,
    start: number,
    end: number,
    override readonly offsets: readonly number[],
    override readonly unclosed: boolean,
  ) {
    super(text, start, end);
  }
}

export class JsonBare extends Placed implements BareNode {
  constructor(
    readonly kind: BareNode['kind'],
    readonly text: string,
    start: number,
    end: number,
  ) {
    super(start, end);
  }
}

export class JsonArray extends Placed implements ArrayNode {
  readonly kind = 'array';
  unclosed?: boolean;

  constructor(
    start: number,
    end: number,
    readonly items: PolicyNode[] = [],
  ) {
    super(start, end);
  }

  // A field would take room in every list.
  // eslint-disable-next-line @typescript-eslint/class-literal-property-style
  get isLiteral(): boolean {
    return true;
  }
}

export class JsonEntry extends Placed implements Entry {
  value: PolicyNode | undefined = undefined;

  constructor(readonly key: JsonString) {
    super(key.start, key.end);
  }
}

export class JsonObject extends Placed implements ObjectNode {
  readonly kind = 'object';
  unclosed?: boolean;

  constructor(
    start: number,
    end: number,
    readonly entries: JsonEntry[] = [],
  ) {
    super(start, end);
  }
}
