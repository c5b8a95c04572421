import type { Catalog } from '../../catalog/catalog';
import { findConditionKey } from '../../catalog/findConditionKey';

/** A key of one tag: `aws:ResourceTag/${TagKey}`, `s3:ExistingObjectTag/${key}`. */
const ofOneTag = /\/\$\{(TagKey|key)\}$/i;

/** A family of tag keys without the tag's name: `aws:ResourceTag`, `ec2:ResourceTag/`. Lower case. */
export function isBareTagKey(lowerKey: string, catalog: Catalog): boolean {
  const family = lowerKey.endsWith('/') ? lowerKey.slice(0, -1) : lowerKey;
  if (!/^[\w-]+:[\w-]*tag$/.test(family)) return false;
  const found = findConditionKey(catalog, `${family}/name`);
  return found !== undefined && ofOneTag.test(found.name);
}
