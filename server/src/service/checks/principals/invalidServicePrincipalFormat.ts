import { hasWildcard } from '../../iam/wildcard';
import type { Check } from '../check';

const oneLabel = /^[a-z0-9-]+\.(amazonaws\.com(\.cn)?|amazon\.com)$/;
const anyLabels = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.com(\.cn)?|amazon\.com)$/;
const withRegion = /^[a-z0-9-]+\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/;

/** Keys whose values are service principals, and the form each wants. */
const forms = new Map<string, (text: string) => boolean>([
  ['aws:calledvia', (text) => oneLabel.test(text)],
  ['aws:calledviafirst', (text) => oneLabel.test(text)],
  ['aws:calledvialast', (text) => oneLabel.test(text)],
  ['aws:principalservicename', (text) => anyLabels.test(text)],
  ['aws:principalservicenameslist', (text) => anyLabels.test(text)],
  ['iam:passedtoservice', (text) => anyLabels.test(text)],
  ['iam:awsservicename', (text) => anyLabels.test(text)],
  ['kms:viaservice', (text) => withRegion.test(text)],
]);

function example(lowerKey: string): string {
  return lowerKey === 'kms:viaservice' ? 's3.us-east-1.amazonaws.com' : 'ec2.amazonaws.com';
}

export const invalidServicePrincipalFormat: Check = {
  code: 'INVALID_SERVICE_PRINCIPAL_FORMAT',
  type: 'ERROR',
  kinds: 'all',
  concerns: ({ lowerKey }) => forms.has(lowerKey),
  summary: 'A condition value that should be a service principal is not of that form.',
  clause({ lowerKey, operator, values }, _statement, { report }) {
    const isPrincipal = forms.get(lowerKey);
    if (!isPrincipal || operator?.family === 'Null') return;
    for (const node of values) {
      if (node.kind !== 'string' || hasWildcard(node.text) || node.text.includes('${')) continue;
      if (isPrincipal(node.text)) continue;
      report(node, `"${node.text}" is no service principal: write one such as ${example(lowerKey)}.`);
    }
  },
};
