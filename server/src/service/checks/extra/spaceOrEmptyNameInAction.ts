import type { Check } from '../check';

const odd = /\s|:$/;

/**
 * IAM saves an action with white space in it or without a name, and then it matches nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export const spaceOrEmptyNameInAction: Check = {
  code: 'SPACE_OR_EMPTY_NAME_IN_ACTION',
  type: 'WARNING',
  kinds: 'all',
  restsOnText: true,
  summary: 'An action has white space in it, or no name behind the colon.',
  action({ text, node }, _statement, { report }) {
    if (!odd.test(text)) return;
    const plain = text.replace(/\s+/g, '');
    if (plain.endsWith(':') || plain === '') {
      report(node, `"${text}" names no action, so it matches none. Write the name behind the colon.`);
    } else if (/[,;]|:.*\s.*:/.test(text)) {
      report(node, `"${text}" holds several actions, so it matches none. Write each as a string of its own.`);
    } else {
      const message = `"${text}" has white space in it, so it matches no action. Write "${plain}".`;
      report(node, message, { data: { replacements: [plain] } });
    }
  },
};
