import {
  listOf,
  type ObjectNode,
  type OffsetRange,
  type PolicyNode,
  type StringNode,
} from '../../model/nodes';
import type { PolicyPlace } from '../foundPolicy';
import { kindOfProperty, policyPathsOf } from './policyProperties';

/** A resource of a template. */
export interface TemplateResource {
  readonly logicalId: string;
  /** Where it is called so. */
  readonly key: OffsetRange;
  readonly type: string;
  readonly node: ObjectNode;
  readonly properties: ObjectNode | undefined;
}

const typeName = /^(AWS|Alexa|Custom)::/;

/** The resource that an entry of `Resources` is; undefined for anything else. */
export function resourceOf(key: StringNode, node: PolicyNode | undefined): TemplateResource | undefined {
  if (node?.kind !== 'object') return undefined;
  const type = entryOf(node, 'Type')?.value;
  if (type?.kind !== 'string' || !typeName.test(type.text)) return undefined;
  const properties = entryOf(node, 'Properties')?.value;
  return {
    logicalId: key.text,
    key: key.range,
    type: type.text,
    node,
    properties: properties?.kind === 'object' ? properties : undefined,
  };
}

export function entryOf(node: PolicyNode | undefined, name: string) {
  return node?.kind === 'object' ? node.entries.find(({ key }) => key.text === name) : undefined;
}

/** All places of a resource that hold policies. */
export function placesIn({ logicalId, type, properties }: TemplateResource): PolicyPlace[] {
  if (!properties) return [];
  const typeValue = entryOf(properties, 'Type')?.value;
  const typeText = typeValue?.kind === 'string' ? typeValue.text : undefined;
  const places = policyPathsOf(type).flatMap((path) => {
    const kind = kindOfProperty(type, path, typeText);
    if (!kind) return [];
    const onlyStatements = path === 'Statement';
    const mayBeOther = kind.kind === 'resource' && !onlyStatements;
    return valuesAt(properties, path.split('/')).map((found) => ({
      ...found,
      kind,
      owner: logicalId,
      onlyStatements,
      mayBeOther,
    }));
  });
  return type.startsWith('AWS::Serverless::') ? [...places, ...samPolicies(properties, logicalId)] : places;
}

type Found = Pick<PolicyPlace, 'value' | 'key'>;

/** Values at a path, in every item of the lists on the way. */
function valuesAt(node: PolicyNode | undefined, [name, ...rest]: readonly string[]): Found[] {
  if (name === '*') return itemsOf(node).flatMap((item) => valuesAt(item, rest));
  const entry = name === undefined ? undefined : entryOf(node, name);
  if (!entry) return [];
  return rest.length === 0 ? [{ value: entry.value, key: entry.key.range }] : valuesAt(entry.value, rest);
}

/** Items of a list, those of the branches of a condition too. */
function itemsOf(node: PolicyNode | undefined): readonly PolicyNode[] {
  return listOf(node).flatMap((item) => {
    const branches = entryOf(item, 'Fn::If')?.value;
    return branches?.kind === 'array' ? branches.items.slice(1).flatMap(itemsOf) : [item];
  });
}

/**
 * Statements among the `Policies` of SAM, which also takes names, ARNs and templates.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-policies
 */
function samPolicies(properties: ObjectNode, owner: string): PolicyPlace[] {
  const entry = entryOf(properties, 'Policies');
  return itemsOf(entry?.value).flatMap((item) => {
    if (!entry || !entryOf(item, 'Statement')) return [];
    const kind = { kind: 'identity', certain: true } as const;
    return [{ value: item, key: entry.key.range, kind, owner, isItem: item !== entry.value }];
  });
}
