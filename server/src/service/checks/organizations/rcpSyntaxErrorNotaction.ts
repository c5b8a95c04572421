import type { Check } from '../check';

export const rcpSyntaxErrorNotaction: Check = {
  code: 'RCP_SYNTAX_ERROR_NOTACTION',
  type: 'ERROR',
  kinds: ['rcp'],
  summary: 'A resource control policy uses NotAction.',
  statement(statement, { report }) {
    const entry = statement.certainElement('NotAction');
    if (entry)
      report(entry.key, 'A resource control policy can not use NotAction. List the actions in Action.');
  },
};
