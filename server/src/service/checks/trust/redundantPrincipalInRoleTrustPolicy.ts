import type { Check } from '../check';

const role = /^arn:([^:]+):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/;
const session = /^arn:([^:]+):(?:sts|iam)::(\d{12}):assumed-role\/([^/]+)\/.+$/;

/** Partition, account and name of a role; a session's ARN leaves out the role's path. */
function roleKey(text: string): string | undefined {
  const match = role.exec(text);
  return match ? match.slice(1, 4).join(' ') : undefined;
}

function roleOfSession(text: string): string | undefined {
  const match = session.exec(text);
  return match ? match.slice(1, 4).join(' ') : undefined;
}

export const redundantPrincipalInRoleTrustPolicy: Check = {
  code: 'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY',
  type: 'SUGGESTION',
  kinds: ['trust'],
  needs: ['principals'],
  summary: 'A session of a role is named beside the role itself.',
  statement(statement, { report }) {
    const { principals } = statement;
    if (principals.length < 2) return;
    const roles = new Set(principals.map(({ text }) => roleKey(text)).filter(Boolean));
    if (roles.size === 0) return;
    for (const { node, text } of principals) {
      const role = roleOfSession(text);
      if (role !== undefined && roles.has(role)) {
        report(node, 'The role is named as well, and that includes all of its sessions. Take this one out.', {
          tag: 'unnecessary',
        });
      }
    }
  },
};
