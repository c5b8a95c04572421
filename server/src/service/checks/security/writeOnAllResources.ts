import type { ActionName } from '../../model/action';
import type { Meaning } from '../actionLookup';
import type { Check } from '../check';
import { isOnEverything, reading } from './breadth';

/** Wildcards are told by WRITE_WILDCARD_ON_ALL_RESOURCES, who changes permissions by another check still. */
function isWrite({ hasWildcard, name }: ActionName, { actions }: Meaning): boolean {
  if (hasWildcard || reading.test(name) || actions?.length !== 1) return false;
  const { accessLevels, resources } = actions[0]!;
  return (
    resources.length > 0 && accessLevels.includes('Write') && !accessLevels.includes('Permissions management')
  );
}

export const writeOnAllResources: Check = {
  code: 'WRITE_ON_ALL_RESOURCES',
  type: 'SECURITY_WARNING',
  severity: 'hint',
  kinds: ['identity'],
  needs: ['Allow', 'star', 'noCondition'],
  seeks: isWrite,
  presumes: 'conditions',
  summary: 'An action that changes things and can be limited to resources is allowed on every resource.',
  statement(statement, { kind, meaningOf, isSought, report }) {
    if (statement.effect !== 'Allow' || kind !== 'identity' || !isOnEverything(statement)) return;
    const star = statement.resources.find(({ isStar, negated }) => isStar && !negated);
    const writes = statement.actions.filter(
      (pattern) => !pattern.negated && isSought(pattern) && isWrite(pattern, meaningOf(pattern)),
    );
    const [first] = writes;
    if (!star || !first) return;
    const many = writes.length > 1;
    report(
      star.node,
      many
        ? `${first.text} and ${writes.length - 1} more of these actions change things and can be limited to resources, but are allowed on all. Name the ARNs that are meant.`
        : `${first.text} changes things and can be limited to resources, but is allowed on all. Name the ARNs that are meant.`,
    );
  },
};
