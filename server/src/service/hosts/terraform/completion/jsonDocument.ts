import { argumentOf, elementOf } from '../../../edits/terraform/blocks';
import { inDocument } from '../../../edits/terraform/jsonDocumentWriter';
import { policyKeys } from '../../../features/completion/elements';
import { policyEntries } from '../../../features/completion/policies';
import type { Piece, Place, Spot } from '../../../features/completion/place';
import type { Template } from '../../../features/completion/snippet';
import type { ObjectNode, OffsetRange, PolicyNode } from '../../../model/nodes';
import { readJson } from '../../../readers/json';
import { spotInHeredoc } from './heredoc';
import {
  conditionArguments,
  documentArguments,
  principalArguments,
  principalTypes,
  type TextsOf,
} from './ownArguments';
import { argumentName, filled } from './pieces';

/** What of a place differs from what the JSON around it tells. */
type Meant = Partial<Place> & Pick<Spot, 'own'>;

/** The place in an `aws_iam_policy_document` of Terraform's JSON syntax. */
export function spotInJsonDocument(text: string, offset: number, range: OffsetRange): Spot | undefined {
  const spot = spotInHeredoc(text, offset, range);
  const meant = spot && meantBy(spot.place, (name) => textsBeside(text, offset, name));
  if (!meant) return undefined;
  const { own, ...place } = meant;
  return {
    place: { ...spot.place, ...place },
    label: argumentName,
    write: (piece) => spot.write(inJson(piece, spot.place)),
    ...(own && { own }),
  };
}

function meantBy(place: Place, textsOf: TextsOf): Meant | undefined {
  const { path, role } = place;
  const [first = '', second, third] = path;
  const elements = path.map((name) => elementOf(name) ?? '');
  const block = /^(principals|not_principals|condition)$/.test(second ?? '');
  if (first !== '' && elements[0] !== 'Statement') {
    return role === 'value' && path.length === 1 && elements[0] ? { path: elements } : undefined;
  }
  if (third !== undefined)
    return block && role === 'value' && path.length === 3 ? inBlock(elements, third, textsOf) : undefined;
  if (block && role === 'value') return undefined;
  if (block) {
    const own = second === 'condition' ? conditionArguments(textsOf) : principalArguments(textsOf);
    return { path: elements, own: [own] };
  }
  if (role === 'value') return first !== '' && !elements.includes('') ? { path: elements } : undefined;
  if (path.length > 1) return undefined;
  const siblings = place.siblings.map((name) => elementOf(name) ?? name);
  const names = { path: elements, siblings, word: elementOf(place.word) ?? place.word };
  return path.length === 0 ? { ...names, own: [policyKeys, policyEntries, documentArguments([])] } : names;
}

/** The value of a block's argument: what in a policy is a key has none behind it here, and none beside it. */
function inBlock([, element = '']: readonly string[], argument: string, textsOf: TextsOf): Meant | undefined {
  const path = ['Statement', element];
  const one = (name: string) => textsOf(name)[0] ?? '';
  const key = { role: 'key', siblings: [], valueBehind: undefined } as const;
  if (element === 'Condition') {
    if (argument === 'test') return { ...key, path };
    if (argument === 'variable') return { ...key, path: [...path, one('test')] };
    return argument === 'values' ? { path: [...path, one('test'), one('variable')] } : undefined;
  }
  if (argument === 'type') return { ...key, path, own: [principalTypes] };
  return argument === 'identifiers' ? { path: [...path, one('type')] } : undefined;
}

/** What an argument beside the cursor says, in a list each of its items. */
function textsBeside(text: string, offset: number, name: string): string[] {
  const object = objectAround(readJson(text, { comments: true }).root, offset);
  const value = object?.entries.find(({ key }) => key.text === name)?.value;
  const items = value?.kind === 'array' ? value.items : value ? [value] : [];
  return items.flatMap((item) => (item.kind === 'string' ? item.text : []));
}

/** The innermost object. */
function objectAround(node: PolicyNode | undefined, offset: number): ObjectNode | undefined {
  if (!node || offset < node.range.start || offset > node.range.end) return undefined;
  if (node.kind !== 'object' && node.kind !== 'array') return undefined;
  const inner = node.kind === 'array' ? node.items : node.entries.map(({ value }) => value);
  for (const one of inner) {
    const found = objectAround(one, offset);
    if (found) return found;
  }
  return node.kind === 'object' ? node : undefined;
}

/** A piece by the names that the data source has, in the shapes that it takes. */
function inJson(piece: Piece, { path, role, inList, inString }: Place): Piece {
  if (piece.kind === 'entries') return { kind: 'entries', entries: argumentsOf(piece.entries) };
  if (piece.kind === 'key' && role === 'value') return { kind: 'values', values: [piece.key] };
  if (piece.kind === 'key') {
    const name = argumentOf(piece.key);
    return name === undefined ? piece : { kind: 'key', key: name, value: valueOf(piece.key, piece.value) };
  }
  if (piece.kind === 'part') return piece;
  if (path.length === 1 && path[0] === 'statement') {
    return { kind: 'values', values: piece.values.flatMap((one) => valueOf('Statement', one)) };
  }
  const wantsList = path.at(-1)!.endsWith('s') && !inList && !inString;
  return wantsList ? { kind: 'values', values: [piece.values] } : piece;
}

function argumentsOf(entries: Readonly<Record<string, Template>>): Readonly<Record<string, Template>> {
  return Object.fromEntries(
    Object.entries(entries).map(([key, value]) => [argumentOf(key) ?? key, valueOf(key, value)]),
  );
}

function valueOf(key: string, value: Template): Template {
  const isList = key === 'Statement' && Array.isArray(value);
  // A template has nothing but what both kinds of values have.
  if (isList) return (value as readonly Template[]).map((one) => inDocument(key, one) as Template);
  return inDocument(key, filled(key, value)) as Template;
}
