import { Raw, type Value } from '../edits/edit';
import { JsonLayout } from '../edits/json/layout';
import { documentNotation, hclNotation } from '../edits/json/notation';
import { blockLines, entryLines } from '../edits/terraform/blocks';

/** A policy as an object of Terraform's language, as in `jsonencode`. */
export function toHclObject(policy: Value, indent = ''): string {
  return new JsonLayout('', hclNotation).render(policy, indent, false);
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
    ...statements.flatMap((statement) => ['', ...blockLines('statement', statement, layout)]),
  ];
  const inner = (lines[0] === '' ? lines.slice(1) : lines).map((line) => (line ? layout.unit + line : line));
  return [`data "aws_iam_policy_document" "${name}" {`, ...inner, '}'].join('\n');
}

/** The data source has an argument or a block for all of it. */
function isSayable(statement: Value): boolean {
  if (!isObject(statement) || statement.Effect === undefined) return false;
  return Object.entries(statement).every(([key, value]) => {
    if (!statementElements.test(key)) return false;
    if (key === 'Sid' || key === 'Effect') return typeof value === 'string' || value instanceof Raw;
    if (key === 'Condition') return areTexts(value, 2);
    return key.endsWith('Principal') ? value === '*' || areTexts(value, 1) : areTexts(value, 0);
  });
}

/** Texts or lists of them, under so many keys. */
function areTexts(value: Value, depth: number): boolean {
  if (depth > 0) {
    const inner = isObject(value) ? Object.values(value) : [];
    return inner.length > 0 && inner.every((one) => areTexts(one, depth - 1));
  }
  return listOf(value).every((one) => typeof one === 'string' || one instanceof Raw);
}

function isObject(value: Value): value is Readonly<Record<string, Value>> {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Raw);
}

function listOf(value: Value): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : [value];
}
