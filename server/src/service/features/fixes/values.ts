import { isScalar } from '../../model/nodes';
import { type NodePlace, placeOf } from '../../model/placeOf';
import { currentVersion } from './elements';
import { fix, type FixMaker } from './fix';
import { valueOf } from './operators';
import { removeAll } from './removal';

/** A number that should be a string, a list with one string that should be that string. */
export const rightType: FixMaker = (target) => {
  const { place, writer } = target;
  const node = place?.node;
  if (!node || place.isKey) return [];
  if (node === target.policy.value('Version')) return currentVersion(target);
  if (node.kind === 'number')
    return isName(place) ? fix('Put it in quotes', writer.replace(node, node.text)) : [];
  if (node.kind !== 'array') return [];
  const [parent] = place.parents;
  if (parent?.container.kind === 'array') return fix('Take the inner list apart', writer.flatten(node));
  const [only] = node.items;
  return node.items.length === 1 && (only?.kind === 'string' || only?.kind === 'object')
    ? fix('Take it out of the list', writer.unwrap(node))
    : [];
};

/** A number can stand for a name, or be an account as a principal. */
function isName({ node, parents }: NodePlace): boolean {
  const keys = parents.flatMap(({ container, index }) =>
    container.kind === 'object' ? container.entries[index]!.key.text : [],
  );
  if (keys[0] === 'Sid' || keys[0] === 'Id') return true;
  return keys[0] === 'AWS' && node.kind === 'number' && /^\d{12}$/.test(node.text);
}

const truth: readonly (readonly [RegExp, string])[] = [
  [/^(yes|y|on|1|t)$/i, 'true'],
  [/^(no|n|off|0|f)$/i, 'false'],
];

/** `true` and `false`, where somebody wrote it as other languages do. */
export const trueOrFalse: FixMaker = otherValue((text) => truth.find(([words]) => words.test(text))?.[1]);

/** A date with other marks between its parts, as AWS reads it. */
export const dateWithHyphens: FixMaker = otherValue((text) => {
  const [, year, month, day, time = '00:00:00'] = looseDate.exec(text) ?? [];
  if (year === undefined) return undefined;
  const date = `${year}-${month}-${day}T`;
  const iso = `${date}${time.length === 5 ? `${time}:00` : time}Z`;
  // A day that no month has would become another one.
  return Number.isNaN(Date.parse(iso)) || !new Date(iso).toISOString().startsWith(date) ? undefined : iso;
});

const looseDate = /^(\d{4})[-/.](\d\d)[-/.](\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?)Z?)?$/;

/** Another text in place of the one that the finding marks. */
export function otherValue(meant: (text: string) => string | undefined): FixMaker {
  return ({ place, writer }) => {
    const node = place?.node;
    const text = isScalar(node) ? meant(node.text) : undefined;
    if (!isScalar(node) || text === undefined) return [];
    const edits = node.kind === 'string' ? writer.setText(node, text) : writer.replace(node, text);
    return fix(`Change to ${text}`, edits);
  };
}

/** All values of the condition key in quotes. */
export const allStrings: FixMaker = ({ clause, writer }) => {
  const bare = (clause?.values ?? []).filter(isScalar).filter(({ kind }) => kind !== 'string');
  return fix(
    'Put them all in quotes',
    bare.flatMap((node) => writer.replace(node, node.text)),
  );
};

/** The date that so many seconds since 1970 are. */
export const isoDate: FixMaker = ({ place, writer }) => {
  const node = place?.node;
  if (!isScalar(node)) return [];
  const date = new Date(Number(node.text) * 1000);
  if (Number.isNaN(date.getTime())) return [];
  const text = date.toISOString().replace('.000Z', 'Z');
  return fix(
    `Change to ${text}`,
    node.kind === 'string' ? writer.setText(node, text) : writer.replace(node, text),
  );
};

/** Only the number that decides. */
export const decisiveNumber: FixMaker = (target) => {
  const { clause, policy } = target;
  const numbers = (clause?.values ?? []).filter(isScalar);
  const sorted = [...numbers].sort((a, b) => Number(a.text) - Number(b.text));
  const decisive = clause?.operator?.name.includes('Less') ? sorted.at(-1) : sorted[0];
  const others = numbers.filter((node) => node !== decisive);
  const parents = others.flatMap(({ range }) => placeOf(policy.root, range)?.parents[0] ?? []);
  return decisive ? fix(`Keep only ${decisive.text}`, removeAll(target, parents)) : [];
};

/** The values of keys that stand more than once, under the first of them. */
export const joinedKeys: FixMaker = (target) => {
  const { finding, policy, writer } = target;
  const places = finding.ranges.flatMap((range) => placeOf(policy.root, range) ?? []);
  const entries = places.flatMap(({ parents: [parent] }) =>
    parent?.container.kind === 'object' ? { parent, entry: parent.container.entries[parent.index]! } : [],
  );
  const [first, ...others] = entries;
  const values = entries.map(({ entry }) => entry.value && valueOf(entry.value));
  const texts = values.flat();
  if (!first?.entry.value || others.length === 0 || !texts.every((text) => typeof text === 'string'))
    return [];
  const distinct = [...new Set(texts)];
  const joined = distinct.length === 1 ? distinct[0]! : distinct;
  const edits = [
    ...writer.replace(first.entry.value, joined),
    ...removeAll(
      target,
      others.map(({ parent }) => parent),
    ),
  ];
  return fix('Join the values under one key', edits);
};
