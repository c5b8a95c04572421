import { findVariables } from './findVariables';
import type { Check } from '../check';

export const variableBeforeFifthColon: Check = {
  code: 'VARIABLE_BEFORE_FIFTH_COLON',
  type: 'WARNING',
  severity: 'information',
  kinds: 'all',
  restsOnText: true,
  summary: 'A policy variable stands in a part of an ARN in which it is not replaced.',
  resource({ arn, text, node }, _statement, { report }) {
    if (!arn || !text.includes('${')) return;
    for (const variable of findVariables(node)) {
      if (!variable.closed || variable.range.start >= node.contentStart + arn.starts[5]!) continue;
      report(
        variable.range,
        'In an ARN policy variables are only replaced behind the fifth colon. Write * here, or the value itself.',
      );
    }
  },
};
