import { hasWildcard } from '../../iam/wildcard';
import type { Check } from '../check';

function advice(text: string): string {
  return `"${text}" reaches into every service whose name fits, those of the future included. Name the service.`;
}

export const wildcardInServiceName: Check = {
  code: 'WILDCARD_IN_SERVICE_NAME',
  type: 'SUGGESTION',
  kinds: 'all',
  restsOnText: true,
  summary: 'A wildcard stands in the name of a service.',
  action(action, _statement, { report }) {
    const { node, prefix, text } = action;
    if (prefix === undefined || !hasWildcard(prefix)) return;
    // Who writes *:* means everything, as with *.
    if (!action.isEverything) report(node, advice(text));
  },
  resource({ node, arn, text }, _statement, { report }) {
    if (arn && hasWildcard(arn.service)) report(node, advice(text));
  },
};
