import { namesKey } from './findVariables';
import { variablesOf } from './places';
import type { Check } from '../check';

export const variableUnsupportedInVersion: Check = {
  code: 'VARIABLE_UNSUPPORTED_IN_VERSION',
  type: 'ERROR',
  kinds: 'all',
  needs: ['variables'],
  summary: 'A policy variable needs version 2012-10-17.',
  statement(statement, { policy, report }) {
    const version = policy.value('Version');
    if (policy.isPartial || version?.kind === 'computed' || policy.version === '2012-10-17') return;
    for (const variable of variablesOf(statement, policy)) {
      if (!variable.closed || !namesKey(variable)) continue;
      report(variable.range, 'Without "Version": "2012-10-17" this stays plain text and is not replaced.');
    }
  },
};
