import { ownText } from './ownText';

/**
 * A function that keeps its answers by text. Policies repeat the same few thousand actions, ARNs and keys, from line
 * to line, from file to file and from one key press to the next. At the limit all is forgotten, so that memory stays
 * bounded whatever is typed.
 *
 * @param find a pure function of the text; the number is small, and no other text that is remembered has it
 */
export function rememberByText<Value>(
  find: (text: string, number: number) => Value,
  limit = 40_000,
): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    // Undefined is an answer too, but a rare one: only then the second look-up is paid for.
    if (found !== undefined || known.has(text)) return found as Value;
    if (known.size >= limit) known.clear();
    const own = ownText(text);
    const value = find(own, known.size);
    known.set(own, value);
    return value;
  };
}

/** A thing that is one object wherever it is met, and has a small number that few others have. */
export interface Numbered {
  readonly number: number;
}

/** A function that keeps its answers by the numbers of things, where they are found without a look at any text. */
export function rememberByNumber<Thing extends Numbered, Value>(
  find: (thing: Thing) => Value,
): (thing: Thing) => Value {
  const things: (Thing | undefined)[] = [];
  const values: (Value | undefined)[] = [];
  return (thing) => {
    const { number } = thing;
    if (things[number] === thing) return values[number] as Value;
    const value = find(thing);
    // A list with gaps would be a map again.
    for (let next = things.length; next < number; next++) things[next] = values[next] = undefined;
    things[number] = thing;
    values[number] = value;
    return value;
  };
}

/**
 * The same for answers that also rest on something that lives on, such as a catalog or a service: each owner has a
 * memory of its own, which goes with it.
 */
export function rememberByOwner<Owner extends object, Value>(
  find: (text: string, owner: Owner) => Value,
  limit?: number,
): (text: string, owner: Owner) => Value {
  const memories = new WeakMap<Owner, (text: string) => Value>();
  return (text, owner) => {
    let ask = memories.get(owner);
    if (!ask) memories.set(owner, (ask = rememberByText((asked) => find(asked, owner), limit)));
    return ask(text);
  };
}

/** A function that works its answer out once for each thing that lives on, such as a part of the catalog. */
export function rememberByThing<Thing extends object, Value>(
  find: (thing: Thing) => Value,
): (thing: Thing) => Value {
  const known = new WeakMap<Thing, Value>();
  return (thing) => {
    const found = known.get(thing);
    if (found !== undefined) return found;
    const value = find(thing);
    known.set(thing, value);
    return value;
  };
}

/** A part of a document that holds what was worked out about it. */
export interface Memory {
  readonly memory: Map<unknown, unknown>;
}

/**
 * A function that works its answer out once for each part of a document. The part itself holds the answer: documents
 * are short-lived, and an entry in a weak map for each of their parts is what garbage collectors are slow at.
 */
export function rememberInside<Part extends Memory, Value>(
  find: (part: Part) => Value,
): (part: Part) => Value {
  return (part) => {
    const { memory } = part;
    if (memory.has(find)) return memory.get(find) as Value;
    const value = find(part);
    memory.set(find, value);
    return value;
  };
}
