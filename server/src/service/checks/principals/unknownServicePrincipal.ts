import { isKnownServicePrincipal } from '../../catalog/servicePrincipals';
import { closest } from '../../iam/closest';
import { looksLikeServicePrincipal } from '../../iam/principals';
import { hasWildcard } from '../../iam/wildcard';
import type { Check } from '../check';

function hint([first]: readonly string[]): string {
  return first === undefined ? ': write one such as ec2.amazonaws.com.' : `: did you mean ${first}?`;
}

export const unknownServicePrincipal: Check = {
  code: 'UNKNOWN_SERVICE_PRINCIPAL',
  type: 'ERROR',
  kinds: ['resource', 'trust'],
  summary: 'A service principal that no AWS service has.',
  principal({ type, node, text }, _statement, { catalog, report }) {
    if (type !== 'Service' || hasWildcard(text) || text.includes('${')) return;
    if (isKnownServicePrincipal(catalog, text)) return;
    const replacements = closest(text, catalog.servicePrincipals);
    if (!looksLikeServicePrincipal(text)) {
      report(node, `"${text}" is no service principal${hint(replacements)}`, { data: { replacements } });
    } else if (replacements.length > 0) {
      // The form is right and our list may lack it, so this is a doubt, not an error.
      const message = `No service principal "${text}" is known${hint(replacements)}`;
      report(node, message, { severity: 'warning', data: { replacements } });
    }
  },
  partialPrincipal({ type, text }, _statement, { catalog, report }) {
    const { service } = text;
    if (type !== 'Service' || service === undefined) return;
    const usual = `${service}.amazonaws.com`;
    if (isKnownServicePrincipal(catalog, usual)) return;
    const replacements = closest(usual, catalog.servicePrincipals);
    if (replacements.length === 0) return;
    report(text, `No service principal "${usual}" is known${hint(replacements)}`, { severity: 'warning' });
  },
};
