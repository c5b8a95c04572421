import { findVariables, namesKey } from './findVariables';
import { stringsWithoutVariables } from './places';
import type { Check } from '../check';

export const variableUnsupportedInElement: Check = {
  code: 'VARIABLE_UNSUPPORTED_IN_ELEMENT',
  type: 'ERROR',
  kinds: 'all',
  needs: ['variables'],
  summary: 'A policy variable stands where it is not replaced.',
  statement(statement, { policy, report }) {
    for (const node of stringsWithoutVariables(statement, policy)) {
      for (const variable of findVariables(node)) {
        if (!variable.closed || !namesKey(variable)) continue;
        report(
          variable.range,
          'Policy variables are only replaced in Resource and in the values of conditions.',
        );
      }
    }
  },
};
