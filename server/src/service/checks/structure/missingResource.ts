import type { Check } from '../check';

export const missingResource: Check = {
  code: 'MISSING_RESOURCE',
  type: 'ERROR',
  kinds: ['identity', 'resource', 'scp', 'rcp'],
  needs: ['noResource'],
  summary: 'A statement has neither Resource nor NotResource.',
  statement(statement, { policy, kind, certain, resourceType, report }) {
    if (policy.isPartial || statement.element('Resource') || statement.element('NotResource')) return;
    // Policies of container repositories have no Resource; a guessed resource policy could be one.
    if (kind === 'resource' && (!certain || resourceType?.startsWith('AWS::ECR'))) return;
    report(statement, 'The statement does not say on what. Add Resource: an ARN, or "*" for everything.');
  },
};
