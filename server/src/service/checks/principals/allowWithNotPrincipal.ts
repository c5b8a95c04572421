import type { Check } from '../check';

export const allowWithNotPrincipal: Check = {
  code: 'ALLOW_WITH_NOT_PRINCIPAL',
  type: 'SECURITY_WARNING',
  kinds: ['resource'],
  needs: ['Allow', 'NotPrincipal'],
  summary: 'Allow with NotPrincipal allows everybody else, anonymous callers included.',
  statement(statement, { report }) {
    const entry = statement.certainElement('NotPrincipal');
    if (!entry || statement.effect !== 'Allow') return;
    report(
      entry.key,
      'Allow with NotPrincipal lets in everybody but the ones it names, anonymous callers included. Name in Principal who may.',
    );
  },
};
