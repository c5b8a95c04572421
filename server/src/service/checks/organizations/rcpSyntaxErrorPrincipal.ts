import type { Check } from '../check';

export const rcpSyntaxErrorPrincipal: Check = {
  code: 'RCP_SYNTAX_ERROR_PRINCIPAL',
  type: 'ERROR',
  kinds: ['rcp'],
  summary: 'A resource control policy has another principal than "*".',
  statement(statement, { report }) {
    const node = statement.value('Principal');
    if (node && node.kind !== 'computed' && !(node.kind === 'string' && node.text === '*')) {
      report(
        node,
        'In a resource control policy Principal must be "*". Name callers in a condition, by aws:PrincipalArn.',
      );
    }
    const negated = statement.value('NotPrincipal');
    if (negated) {
      report(
        negated,
        'A resource control policy has no NotPrincipal. Write "Principal": "*" and leave callers out by a condition.',
      );
    }
  },
};
