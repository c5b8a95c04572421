import { kindFromShape } from '../kinds/inferKind';
import { isPolicy } from '../kinds/recognise';
import type { OffsetRange, PolicyNode, StringNode } from '../model/nodes';
import { PolicyDocument, type SyntaxProblem } from '../model/policyDocument';
import type { PolicyFile } from '../policyFile';
import { readJsonInside } from '../readers/jsonInside';
import type { PolicyPlace } from './foundPolicy';
import { casesOf, type Choose, firstBranches, noBranches } from './cases';
import { chosenByIf, hasChosenParts, resolveIntrinsics } from './cloudformation/intrinsics';
import { jsonInString } from './jsonInString';
import { statementsSyntax } from './statementsSyntax';
import type { PolicySyntax } from './host';

/** What places of one text share. */
export interface PlaceContext {
  readonly text: string;
  readonly syntax: PolicySyntax;
  /** Where the host's own syntax is broken. */
  readonly problems: readonly OffsetRange[];
  /** The part of the text that belongs to the policy. */
  readonly reach: (place: PolicyPlace) => OffsetRange;
  /** The host hands numbers on as text. */
  readonly numbersAreText?: boolean;
}

/** The policies at a place: none, one, or several readings of it where conditions decide. */
export function readPlace(place: PolicyPlace, context: PlaceContext): PolicyFile[] {
  const range = context.reach(place);
  if (!place.value) {
    // A list of statements begins with its dash or bracket; before it, nothing fits.
    const mayBegin = place.kind && !place.mayBeOther && !place.onlyStatements;
    return mayBegin ? [fileOf(place, emptyDocument(), range, context.syntax)] : [];
  }
  const options = { ...context, ...(place.holes && { holes: place.holes }) };
  const { value } = place;
  const files = readingsOf(value).flatMap(({ choose, reading }) =>
    readResolved(place, resolveIntrinsics(value, choose, options), range, context).map((file) => ({
      ...file,
      ...(reading && { reading }),
    })),
  );
  // What conditions leave out makes no other kind of a policy.
  const kind = files.some(({ reading }) => reading === 'branches') ? files[0]!.kind : undefined;
  return files.map((file, index) =>
    index === 0 ? file : { ...file, isAlternative: true, ...(kind && { kind }) },
  );
}

interface ReadingOfPlace extends Pick<PolicyFile, 'reading'> {
  readonly choose: Choose;
}

/** How a value is read: first to be looked at, then in each of its cases, then without what conditions choose. */
function readingsOf(value: PolicyNode): readonly ReadingOfPlace[] {
  const cases = casesOf(value, chosenByIf);
  if (cases.length === 0) return [{ choose: firstBranches }];
  const isPart = hasChosenParts(value);
  return [
    { choose: firstBranches, reading: 'shown' },
    ...cases.map((choose): ReadingOfPlace => (isPart ? { choose, reading: 'branches' } : { choose })),
    ...(isPart ? [{ choose: noBranches }] : []),
  ];
}

function readResolved(
  place: PolicyPlace,
  node: PolicyNode,
  range: OffsetRange,
  context: PlaceContext,
): PolicyFile[] {
  const text = embedded(place, node, context);
  if (text) return [text];
  if (node.kind !== 'object' && !(place.onlyStatements && node.kind === 'array')) return [];
  const document = documentOf(place.onlyStatements ? statementsOnly(place, node) : node, range, context);
  if ((place.mayBeOther || !place.kind) && !isPolicy(document) && !isBegun(node, place)) return [];
  const syntax = place.onlyStatements ? statementsSyntax(context.syntax) : context.syntax;
  return [fileOf(place, document, range, syntax)];
}

/** A policy with nothing in it yet can't show that it is one. */
function isBegun(node: PolicyNode, { kind, mayBeOther }: PolicyPlace): boolean {
  return Boolean(
    kind && mayBeOther && node.kind === 'object' && node.entries.some(({ key }) => key.text === 'Statement'),
  );
}

/** A policy that stands as JSON in a string. */
function embedded(place: PolicyPlace, node: PolicyNode, context: PlaceContext): PolicyFile | undefined {
  const inside = jsonInString(node, context.text);
  if (!inside) return undefined;
  const document = readJsonInside(inside.json);
  if ((place.mayBeOther || !place.kind) && !isPolicy(document)) return undefined;
  return fileOf(place, document, inside.range, inside.syntax);
}

function fileOf(
  { kind, owner }: PolicyPlace,
  policy: PolicyDocument,
  range: OffsetRange,
  syntax: PolicySyntax,
): PolicyFile {
  return { policy, kind: kind ?? kindFromShape(policy), syntax, range, owner };
}

function emptyDocument(): PolicyDocument {
  return new PolicyDocument(undefined, [], { withoutWhitespace: 0, all: 0 });
}

function documentOf(root: PolicyNode, range: OffsetRange, { text, problems }: PlaceContext): PolicyDocument {
  const source = text.slice(range.start, range.end);
  const size = sizeOf(root);
  const broken = problems.filter(({ start, end }) => start <= range.end && end >= range.start);
  return new PolicyDocument(
    root,
    broken.map((place): SyntaxProblem => ({ range: place, message: 'This is broken', isOfHost: true })),
    { withoutWhitespace: size, all: size },
    [],
    {
      hasPlainCharacters: !/[^\t\n\r\u0020-\u00ff]/.test(source),
      hasVariables: source.includes('${') || source.includes('\\u'),
    },
  );
}

/** The document that a host makes around statements. */
function statementsOnly({ key }: PolicyPlace, statements: PolicyNode): PolicyNode {
  const word = (text: string): StringNode => ({ kind: 'string', text, range: key, contentStart: key.start });
  const range = { start: key.start, end: statements.range.end };
  return {
    kind: 'object',
    isBare: true,
    range,
    entries: [
      { key: word('Version'), value: word('2012-10-17'), range: key },
      { key: word('Statement'), value: statements, range },
    ],
  };
}

/** Characters of the value as JSON without white space; computed values count nothing. */
function sizeOf(node: PolicyNode | undefined): number {
  switch (node?.kind) {
    case 'string':
      return node.text.length + 2;
    case 'array':
      return node.items.reduce((sum, item) => sum + sizeOf(item) + 1, 1 + Number(node.items.length === 0));
    case 'object':
      return node.entries.reduce(
        (sum, { key, value }) => sum + key.text.length + 4 + sizeOf(value),
        1 + Number(node.entries.length === 0),
      );
    case 'number':
    case 'boolean':
    case 'null':
      return node.text.length;
    case 'computed':
    case undefined:
      return 0;
  }
}
