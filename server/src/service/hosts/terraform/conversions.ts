import escapeRegExp from 'escape-string-regexp';
import type { Neutral } from '../../convert/neutral';
import { type HclForm, hclPolicy } from '../../convert/terraform/read';
import { toDocument, toHclObject } from '../../convert/terraform/forms';
import { hclValue } from '../../convert/terraform/write';
import { JsonLayout } from '../../edits/json/layout';
import { documentNotation, hclNotation } from '../../edits/json/notation';
import type { Refactoring } from '../../features/refactorings/refactorings';
import type { OffsetRange } from '../../model/nodes';
import type { PolicyFile } from '../../policyFile';
import { parseHcl } from './hcl/parse';

/** A policy in `jsonencode` as a data source of its own, where that can say all of it. */
export function objectToDocument(file: PolicyFile, text: string): Refactoring[] {
  const { start, end } = file.range;
  const open = /jsonencode\(\s*$/.exec(text.slice(0, start));
  const close = /^\s*\)/.exec(text.slice(end));
  const around = parseHcl(text).body.items.find(({ range }) => range.start <= start && end <= range.end);
  if (!open || !close || !around || hasComments(file.range, text)) return [];
  const name = freeName(file.owner ?? 'policy', text);
  const read = neutralOf(file, text, 'object');
  const policy = read && isMovable(read) ? hclValue(read, documentNotation) : undefined;
  const document = policy === undefined ? undefined : toDocument(name, policy);
  if (document === undefined) return [];
  const call = { start: open.index, end: end + close[0].length };
  return [documentBefore(around.range.start, document, call, name)];
}

/** The data source before a block, and its text in the place of what was there. */
function documentBefore(start: number, document: string, place: OffsetRange, name: string): Refactoring {
  return {
    title: 'Convert to aws_iam_policy_document',
    edits: [
      { range: { start, end: start }, newText: `${document}\n\n` },
      { range: place, newText: `data.aws_iam_policy_document.${name}.json` },
    ],
  };
}

/** Comments would have no place elsewhere. */
function hasComments({ start, end }: OffsetRange, text: string): boolean {
  return (
    /#|\/[/*]/.test(text.slice(start, end)) &&
    parseHcl(text).comments.some(({ range }) => start <= range.start && range.end <= end)
  );
}

/** What says how many data sources there are would be lost. */
const ownArguments = /^\s*(count|for_each|provider|depends_on|lifecycle)\b/m;

/** A data source as `jsonencode` in the one place that uses it. */
export function documentToObject(file: PolicyFile, text: string): Refactoring[] {
  const { start, end } = file.range;
  const uses = [...text.matchAll(new RegExp(`\\b${escapeRegExp(file.owner ?? '')}\\b(\\.json)?`, 'g'))];
  const [use, ...others] = uses;
  if (!use?.[1] || others.length > 0 || ownArguments.test(text.slice(start, end))) return [];
  if (hasComments(file.range, text)) return [];
  // In a template or behind an index the name is no value by itself.
  if (
    !/=\s*$/.test(text.slice(0, use.index)) ||
    !/^\s*(#|\/\/|\n|\})/.test(text.slice(use.index + use[0].length))
  )
    return [];
  const read = neutralOf(file, text, 'document');
  const policy = read && hclValue(read, hclNotation);
  if (policy === undefined) return [];
  const indent = new JsonLayout(text).indentAt(use.index);
  const behind = /^[ \t]*\r?\n(?:[ \t]*\r?\n)?/.exec(text.slice(end))?.[0].length ?? 0;
  return [
    {
      title: 'Convert to jsonencode where it is used',
      edits: [
        { range: { start, end: end + behind }, newText: '' },
        {
          range: { start: use.index, end: use.index + use[0].length },
          newText: `jsonencode(${toHclObject(policy, indent)})`,
        },
      ],
    },
  ];
}

/** JSON in a heredoc or in quotes as `jsonencode`, and as a data source where that can say all of it. */
export function textToOthers(file: PolicyFile, text: string): Refactoring[] {
  const place = wholeText(file.range, text);
  const read = place && neutralOf(file, text, 'json');
  const object = read && hclValue(read, hclNotation);
  if (!place || !read || object === undefined) return [];
  const newText = `jsonencode(${toHclObject(object, new JsonLayout(text).indentAt(place.start))})`;
  const toObject = { title: 'Convert to jsonencode', edits: [{ range: place, newText }] };
  const around = parseHcl(text).body.items.find(
    ({ range }) => range.start <= place.start && place.end <= range.end,
  );
  const name = freeName(file.owner ?? 'policy', text);
  const value = isMovable(read) ? hclValue(read, documentNotation) : undefined;
  const document = value === undefined ? undefined : toDocument(name, value);
  return around && document !== undefined
    ? [toObject, documentBefore(around.range.start, document, place, name)]
    : [toObject];
}

/** The heredoc or quoted string with its marks. */
function wholeText({ start, end }: OffsetRange, text: string): OffsetRange | undefined {
  if (text[start - 1] === '"' && text[end] === '"') return { start: start - 1, end: end + 1 };
  const open = /<<-?[\w-]+[ \t]*\r?\n$/.exec(text.slice(0, start));
  const close = /^[ \t]*[\w-]+/.exec(text.slice(end));
  return open && close ? { start: open.index, end: end + close[0].length } : undefined;
}

function neutralOf({ policy }: PolicyFile, text: string, form: HclForm): Neutral | undefined {
  return policy.isPartial ? undefined : hclPolicy(text, policy, form);
}

/** What belongs to one resource of many means nothing elsewhere. */
function isMovable(value: Neutral): boolean {
  if (value.kind === 'list') return value.items.every(isMovable);
  if (value.kind === 'map') return value.entries.every(([, item]) => isMovable(item));
  if (value.kind === 'mixed') return value.parts.every((part) => typeof part === 'string' || isMovable(part));
  return (
    value.kind !== 'expression' || value.language !== 'hcl' || !/\b(each|count|self)\./.test(value.source)
  );
}

/** The owner's name, with a number where a document has it already. */
function freeName(owner: string, text: string): string {
  const base = owner.slice(owner.lastIndexOf('.') + 1).replace(/\W/g, '_') || 'policy';
  const isTaken = (name: string) => text.includes(`"aws_iam_policy_document" "${name}"`);
  let name = base;
  for (let number = 2; isTaken(name); number++) name = `${base}_${number}`;
  return name;
}
