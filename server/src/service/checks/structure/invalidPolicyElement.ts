import { closest, didYouMean } from '../../iam/closest';
import type { ObjectNode } from '../../model/nodes';
import { policyElements } from '../../model/policyDocument';
import { statementElements } from '../../model/statement';
import type { Check, CheckContext } from '../check';

function checkKeys(
  { entries }: ObjectNode,
  known: readonly string[],
  what: string,
  report: CheckContext['report'],
): void {
  for (const { key } of entries) {
    if (known.includes(key.text)) continue;
    const replacements = closest(key.text, known);
    report(key, `A ${what} has no element "${key.text}".${didYouMean(replacements)}`, {
      data: { replacements },
    });
  }
}

export const invalidPolicyElement: Check = {
  code: 'INVALID_POLICY_ELEMENT',
  type: 'ERROR',
  kinds: 'all',
  needs: ['oddElements'],
  summary: 'A key is not an element of the policy language.',
  document({ root }, { report }) {
    if (root?.kind === 'object') checkKeys(root, policyElements, 'policy', report);
  },
  statement({ node }, { report }) {
    checkKeys(node, statementElements, 'statement', report);
  },
};
