import type { AccessLevel, ConditionKeyType } from '../src/service/catalog/catalog';
import { accessLevels } from '../src/service/catalog/packedFormat';

/** Names the sources use for the types of condition keys. */
const typesByName: Readonly<Record<string, ConditionKeyType>> = {
  String: 'String',
  ARN: 'ARN',
  Arn: 'ARN',
  Bool: 'Bool',
  Boolean: 'Bool',
  Numeric: 'Numeric',
  Long: 'Numeric',
  Integer: 'Numeric',
  Date: 'Date',
  IPAddress: 'IPAddress',
  Binary: 'Binary',
};

/** @throws when the type is one nobody has looked at yet, so that it gets looked at */
export function keyType(source: string): { type: ConditionKeyType; multivalued: boolean } {
  const [, list, name] = /^(ArrayOf)?(\w+)$/.exec(source) ?? [];
  const type = typesByName[name ?? ''];
  if (!type) throw new Error(`Unknown type of a condition key: ${source}`);
  return { type, multivalued: list !== undefined };
}

/** @throws when a level is not one that AWS documents */
export function levels(source: string): AccessLevel[] {
  return source.split(',').map((part) => {
    const level = accessLevels.find((known) => known === part.trim());
    if (!level) throw new Error(`Unknown access level: ${source}`);
    return level;
  });
}

/**
 * The reference writes the free part of a key in three ways: `${TagKey}`, `<key>` and `tag-key`. The catalog
 * has the first only.
 */
export function keyName(source: string): string {
  return source.replace(/<(\w+)>/g, '${$1}').replace(/\/tag-key$/, '/${TagKey}');
}

/** Several ARN formats of one resource type stand in one text, separated by commas. */
export function arns(source: string): string[] {
  return source.split(',').map((arn) => arn.trim());
}
