/** Global keys, lower case, that AWS's own policies use without documenting them. */
const stillSeen: ReadonlySet<string> = new Set(['aws:principalorgmasteraccountid', 'aws:sourceowner']);

/** Whether a global key works although AWS's list does not have it. Lower case. */
export function isUndocumentedKey(lowerKey: string): boolean {
  return stillSeen.has(lowerKey);
}
