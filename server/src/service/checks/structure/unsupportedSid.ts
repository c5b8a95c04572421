import type { Check } from '../check';

export const unsupportedSid: Check = {
  code: 'UNSUPPORTED_SID',
  type: 'ERROR',
  kinds: ['identity'],
  needs: ['Sid'],
  summary: 'A Sid has other characters than letters and digits.',
  statement(statement, { certain, report }) {
    const node = statement.value('Sid');
    if (node?.kind !== 'string' || /^[A-Za-z0-9]*$/.test(node.text)) return;
    // Other kinds of policy take more characters, so without knowing the kind this is a doubt.
    report(node, `A Sid has only letters A-Z, a-z and digits; not "${node.text}".`, {
      ...(!certain && { severity: 'warning' }),
      data: { replacements: [node.text.replace(/[^A-Za-z0-9]/g, '')].filter(Boolean) },
    });
  },
};
