import type { KindOfPolicy } from '../../checks/check';

/** What the name of a key says of the policy behind it, where that leaves no doubt. */
export function kindOfKey(key: string): KindOfPolicy | undefined {
  return /assume_?role_?policy|trust_?(relationship|policy)/i.test(key)
    ? { kind: 'trust', certain: true }
    : undefined;
}
