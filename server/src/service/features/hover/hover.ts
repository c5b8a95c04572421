import type { Catalog } from '../../catalog/catalog';
import { actionLookupFor } from '../../checks/actionLookup';
import type { OffsetRange } from '../../model/nodes';
import type { PolicyFile } from '../../policyFile';
import { type Location, locate } from '../locate';
import { describeActionPattern } from './action';
import { type Around, describeConditionKey } from './conditionKey';
import { describeEffect, describeElement, describeVersion } from './element';
import { describeOperator } from './operator';
import { describePrincipal } from './principal';
import { describeResource } from './resource';
import { describeVariableAt } from './variable';

export interface Hover {
  readonly markdown: string;
  readonly range: OffsetRange;
}

/** What the word at the offset means, with a link to AWS's page. Silent about what is not known. */
export function hover(file: PolicyFile, offset: number, catalog: Catalog): Hover | undefined {
  const location = locate(file.policy, offset);
  const { node } = location;
  if (!node) return undefined;
  const variable =
    location.role === 'value' && describeVariableAt(node, offset, file.policy.version, catalog);
  if (variable) return variable;
  const statement = file.policy.statements.find((one) => location.objects.includes(one.node));
  const around: Around = { statement, meaningOf: actionLookupFor(catalog) };
  const markdown =
    location.role === 'key'
      ? describeKey(location, catalog, around)
      : describeValue(location, file, catalog, around);
  return markdown === undefined ? undefined : { markdown, range: node.range };
}

function describeKey({ path, node }: Location, catalog: Catalog, around: Around): string | undefined {
  const name = node!.text;
  if (path[1] !== 'Condition') return describeElement(path, name);
  return path.length === 2 ? describeOperator(name) : describeConditionKey(name, catalog, around);
}

function describeValue(
  { path, node }: Location,
  { kind }: PolicyFile,
  catalog: Catalog,
  around: Around,
): string | undefined {
  const { text } = node!;
  const [outer, element = '', inner] = path;
  if (outer === 'Version') return describeVersion(text);
  if (outer !== 'Statement') return undefined;
  if (element === 'Effect') return describeEffect(text);
  if (/^(Not)?Action$/.test(element)) return describeActionPattern(text, catalog);
  if (/^(Not)?Resource$/.test(element)) return describeResource(text, catalog, around);
  if (/^(Not)?Principal$/.test(element)) return describePrincipal(inner, text, kind.kind, catalog);
  return undefined;
}
