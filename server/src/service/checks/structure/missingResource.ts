import { hasComputed } from '../../model/nodes';
import type { Statement } from '../../model/statement';
import type { Check } from '../check';

/** Policies of container repositories have no Resource; the console writes those of file systems without. */
const needsNone = /^AWS::(ECR|EFS)::/;

/** It is, or may be where its actions are computed. */
function mayBeForFiles(statement: Statement): boolean {
  const { actions } = statement;
  const known = actions.every(({ text }) => /^elasticfilesystem:/i.test(text));
  return known && (actions.length > 0 || hasComputed(statement.value('Action')));
}

export const missingResource: Check = {
  code: 'MISSING_RESOURCE',
  type: 'ERROR',
  kinds: ['identity', 'resource', 'scp', 'rcp'],
  needs: ['noResource'],
  summary: 'A statement has neither Resource nor NotResource.',
  statement(statement, { policy, kind, certain, resourceType, report }) {
    if (policy.isPartial || statement.element('Resource') || statement.element('NotResource')) return;
    // Who names a principal may mean a policy of another kind than was guessed.
    if (!certain && (statement.element('Principal') || statement.element('NotPrincipal'))) return;
    // A guessed resource policy could be one of these.
    if (kind === 'resource' && (!certain || needsNone.test(resourceType ?? '') || mayBeForFiles(statement)))
      return;
    report(statement, 'The statement does not say on what. Add Resource: an ARN, or "*" for everything.');
  },
};
