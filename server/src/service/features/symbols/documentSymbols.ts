import { listOf, type Entry, type OffsetRange, type PolicyNode } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';
import type { Statement } from '../../model/statement';

/** A part of a policy, for an outline. */
export interface PolicySymbol {
  readonly name: string;
  /** In few words, what is in it. */
  readonly detail: string;
  readonly kind: 'policy' | 'statement' | 'element' | 'operator' | 'key';
  /** All of it. */
  readonly range: OffsetRange;
  /** What is selected when somebody goes there. */
  readonly selection: OffsetRange;
  readonly children: readonly PolicySymbol[];
}

/** The outline of a policy: its elements, and its statements by their names, with theirs. */
export function documentSymbols({ root, statements }: PolicyDocument): PolicySymbol[] {
  if (root?.kind !== 'object') return [];
  return root.entries.flatMap((entry) =>
    entry.key.text === 'Statement'
      ? statements
          .filter(({ node }) => listOf(entry.value).includes(node))
          .map((statement) => statementSymbol(statement, statements.length))
      : [elementSymbol(entry)],
  );
}

function statementSymbol(statement: Statement, count: number): PolicySymbol {
  const { node, sid, index } = statement;
  const name = statement.value('Sid');
  const isNamed = sid !== undefined && sid !== '';
  return {
    name: isNamed ? sid : count > 1 ? `Statement ${index + 1}` : 'Statement',
    detail: gist(statement),
    kind: 'statement',
    range: node.range,
    selection: isNamed && name ? name.range : { start: node.range.start, end: node.range.start + 1 },
    children: node.entries.filter(({ key }) => key.text !== 'Sid').map(elementSymbol),
  };
}

/** `Allow s3:GetObject, s3:PutObject` */
function gist({ effect, actions, usesNotAction }: Statement): string {
  const texts = actions.map(({ text }) => text);
  const what = some(texts);
  return [effect, usesNotAction && 'all but', what].filter(Boolean).join(' ');
}

function elementSymbol(entry: Entry): PolicySymbol {
  const isCondition = entry.key.text === 'Condition' && entry.value?.kind === 'object';
  return symbol('element', entry, isCondition ? entriesOf(entry.value).map(operatorSymbol) : []);
}

function operatorSymbol(entry: Entry): PolicySymbol {
  return symbol(
    'operator',
    entry,
    entriesOf(entry.value).map((key) => symbol('key', key, [])),
  );
}

function symbol(kind: PolicySymbol['kind'], entry: Entry, children: PolicySymbol[]): PolicySymbol {
  const { key, value, range } = entry;
  const detail = children.length > 0 ? '' : valueInShort(value);
  // An outline has no place for a part without a name.
  return { name: key.text || '""', detail, kind, range, selection: key.range, children };
}

function entriesOf(node: PolicyNode | undefined): readonly Entry[] {
  return node?.kind === 'object' ? node.entries : [];
}

function valueInShort(node: PolicyNode | undefined): string {
  const texts = listOf(node).flatMap((item) => {
    if (item.kind === 'object') return item.entries.flatMap(({ value }) => valueInShort(value) || []);
    return 'text' in item ? item.text : [];
  });
  return some(texts);
}

const shown = 3;

function some(texts: readonly string[]): string {
  const rest = texts.length - shown;
  return texts.slice(0, shown).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
