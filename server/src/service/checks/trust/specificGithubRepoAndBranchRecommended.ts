import { githubProvider } from '../../iam/principals';
import { hasWildcard } from '../../iam/wildcard';
import type { Statement } from '../../model/statement';
import type { Check } from '../check';

/** An environment is named in full, and the branch is limited by a key of its own. */
function branchIsElsewhere(sub: string, statement: Statement): boolean {
  return (
    /^repo:[^*?]+:environment:/.test(sub) &&
    statement.conditionClauses.some(({ lowerKey }) => lowerKey === `${githubProvider}:ref`)
  );
}

export const specificGithubRepoAndBranchRecommended: Check = {
  code: 'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
  type: 'WARNING',
  kinds: ['trust'],
  concerns: ({ lowerKey }) => lowerKey === `${githubProvider}:sub`,
  presumes: 'conditions',
  summary: 'GitHub Actions is trusted for more than one repository or branch.',
  clause({ lowerKey, operator, values }, statement, { report }) {
    if (lowerKey !== `${githubProvider}:sub` || statement.effect !== 'Allow') return;
    if (operator?.family !== 'String' || operator.negated) return;
    for (const node of values) {
      if (node.kind !== 'string' || !hasWildcard(node.text) || branchIsElsewhere(node.text, statement))
        continue;
      report(
        node,
        `"${node.text}" lets in more than one repository or branch. Name the repository and the branch.`,
      );
    }
  },
};
