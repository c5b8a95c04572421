/** A family of tag keys without the tag's name: `aws:ResourceTag`, `ec2:ResourceTag/`. Lower case. */
export function isBareTagKey(lowerKey: string): boolean {
  return /^[\w-]+:(resourcetag|requesttag|principaltag)\/?$/.test(lowerKey);
}
