import { findVariables, isEscape } from './findVariables';
import { stringsWithoutVariables } from './places';
import type { Check } from '../check';

export const variableUnsupportedInElement: Check = {
  code: 'VARIABLE_UNSUPPORTED_IN_ELEMENT',
  type: 'ERROR',
  kinds: 'all',
  needs: ['variables'],
  restsOnText: true,
  summary: 'A policy variable stands where it is not replaced.',
  statement(statement, { policy, report }) {
    for (const node of stringsWithoutVariables(statement, policy)) {
      for (const variable of findVariables(node)) {
        if (!variable.closed || isEscape(variable)) continue;
        report(
          variable.range,
          'Policy variables are only replaced in Resource and in the values of conditions.',
        );
      }
    }
  },
  resource(resource, _statement, { report }) {
    const { arn, text, node } = resource;
    if (!arn || !text.includes('${')) return;
    for (const variable of findVariables(node)) {
      if (!variable.closed || variable.range.start >= node.contentStart + arn.starts[5]!) continue;
      // AWS documents it so, and yet one of its own policies does it.
      report(
        variable.range,
        'In an ARN policy variables are only replaced behind the fifth colon. Write * here, or the value itself.',
        { severity: 'information' },
      );
    }
  },
};
