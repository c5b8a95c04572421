import { entriesOf, Raw, type Value } from '../../edits/edit';
import { JsonLayout } from '../../edits/json/layout';
import { documentNotation, hclNotation } from '../../edits/json/notation';
import { aligned } from '../../edits/terraform/align';
import { blockLines, entryLines } from '../../edits/terraform/blocks';

/** A policy as an object of Terraform's language, as in `jsonencode`. */
export function toHclObject(policy: Value, indent = ''): string {
  return aligned(new JsonLayout('', hclNotation).render(policy, indent, false).split('\n')).join('\n');
}

const elements = new Set(['Version', 'Id', 'Statement']);
const statementElements = /^(Sid|Effect|(Not)?(Action|Resource|Principal)|Condition)$/;

/**
 * A policy as an `aws_iam_policy_document` data source; undefined where the data source can't say it, such as
 * elements that no policy has, values of other shapes, or conditions and principals that are computed.
 */
export function toDocument(name: string, policy: Value): string | undefined {
  if (!isObject(policy) || Object.keys(policy).some((key) => !elements.has(key))) return undefined;
  // The data source fills in what is missing, which would be another policy.
  if (typeof policy.Version !== 'string') return undefined;
  const layout = new JsonLayout('', documentNotation);
  const statements = listOf(policy.Statement ?? []);
  if (!statements.every(isSayable)) return undefined;
  const lines = [
    ...['Version', 'Id'].flatMap((key) =>
      policy[key] === undefined ? [] : (entryLines('policy', '', key, policy[key], layout) ?? []),
    ),
    ...statements.flatMap((statement) => ['', ...blockLines('statement', withLists(statement), layout)]),
  ];
  const inner = (lines[0] === '' ? lines.slice(1) : lines).map((line) => (line ? layout.unit + line : line));
  return [`data "aws_iam_policy_document" "${name}" {`, ...aligned(inner), '}'].join('\n');
}

/** What may be a text or a list of texts is made a list where the data source wants one. */
function withLists(statement: Value, depth = 0): Value {
  return Object.fromEntries(
    entriesOf(statement).map(([key, value]) => {
      if (isObject(value)) return [key, withLists(value, depth + 1)];
      const isScalar = depth === 0 && (key === 'Sid' || key === 'Effect');
      return [key, value instanceof Raw && !isScalar ? flattened(value) : value];
    }),
  );
}

/** Attributes with such names are texts. */
const isText = /^"|[._](arn|id|name|region|partition|dns_suffix)$/;

function flattened(value: Raw): Value {
  return isText.test(value.source) ? value : new Raw(`flatten([${value.source}])`, true);
}

/** The data source has an argument or a block for all of it. */
function isSayable(statement: Value): boolean {
  if (!isObject(statement) || statement.Effect === undefined) return false;
  return Object.entries(statement).every(([key, value]) => {
    if (!statementElements.test(key)) return false;
    if (key === 'Sid' || key === 'Effect') return typeof value === 'string' || value instanceof Raw;
    if (key === 'Condition') return areConditions(value);
    return key.endsWith('Principal') ? value === '*' || areTexts(value, 1) : areTexts(value, 0);
  });
}

/** Operators over keys over texts, or over values of which the data source makes the texts that IAM takes for the same. */
function areConditions(value: Value): boolean {
  return (
    entriesOf(value).every(([operator, clauses]) => {
      const type = /Bool(IfExists)?$/i.test(operator)
        ? 'boolean'
        : /Numeric\w+$/i.test(operator)
          ? 'number'
          : '';
      return (
        entriesOf(clauses).every(
          ([, one]) => areTexts(one, 0) || listOf(one).every((item) => typeof item === type),
        ) && entriesOf(clauses).length > 0
      );
    }) && entriesOf(value).length > 0
  );
}

/** Texts or lists of them, under so many keys. `&{` would become a variable. */
function areTexts(value: Value, depth: number): boolean {
  if (depth > 0) {
    const inner = isObject(value) ? Object.values(value) : [];
    return inner.length > 0 && inner.every((one) => areTexts(one, depth - 1));
  }
  return listOf(value).every((one) => (typeof one === 'string' && !one.includes('&{')) || one instanceof Raw);
}

function isObject(value: Value): value is Readonly<Record<string, Value>> {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Raw);
}

function listOf(value: Value): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : [value];
}
