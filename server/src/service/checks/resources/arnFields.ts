import { hasWildcard } from '../../iam/wildcard';

/** A field that says one thing: neither empty nor a pattern. */
export function isPlain(field: string): boolean {
  return field !== '' && !hasWildcard(field);
}
