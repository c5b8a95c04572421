import { githubProvider, parseFederated } from '../../iam/principals';
import type { Check } from '../check';

export const missingGithubRepoConditionKey: Check = {
  code: 'MISSING_GITHUB_REPO_CONDITION_KEY',
  type: 'SECURITY_WARNING',
  kinds: ['trust'],
  presumes: 'conditions',
  summary: 'GitHub Actions is trusted whatever the repository.',
  principal({ type, node, text, negated }, statement, { report }) {
    if (type !== 'Federated' || negated || statement.effect !== 'Allow') return;
    if (parseFederated(text)?.keyPrefix !== githubProvider) return;
    if (statement.conditionClauses.some(({ lowerKey }) => lowerKey === `${githubProvider}:sub`)) return;
    report(
      node,
      `Workflows of every repository on GitHub may assume the role. Add a condition on ${githubProvider}:sub, such as "repo:OWNER/REPO:ref:refs/heads/main".`,
    );
  },
};
