import { isAwsPrincipal, mistakenPrincipal } from '../../iam/principals';
import { hasWildcard } from '../../iam/wildcard';
import type { PartialText } from '../../model/partialText';
import type { Check } from '../check';

const things = ['root', 'user/', 'role/', 'assumed-role/', 'federated-user/'];

/** Whether what is unknown can make a principal of it. */
function mayNameAwsPrincipal(text: PartialText): boolean {
  if (hasWildcard(text.text) || text.text.includes('${')) return true;
  if (text.prefix !== undefined && text.prefix !== 'arn') return false;
  const service = text.field('service');
  if (service !== undefined && service !== 'iam' && service !== 'sts') return false;
  const thing = text.resourceStem;
  return thing === undefined || things.some((one) => one.startsWith(thing) || thing.startsWith(one));
}

export const invalidPrincipalFormat: Check = {
  code: 'INVALID_PRINCIPAL_FORMAT',
  type: 'ERROR',
  kinds: ['resource', 'trust'],
  needs: ['principals'],
  summary: 'A principal is neither * nor an object of principals, or a value that names nobody.',
  statement(statement, { report }) {
    for (const name of ['Principal', 'NotPrincipal'] as const) {
      const node = statement.value(name);
      if (!node || node.kind === 'object' || node.kind === 'computed') continue;
      if (node.kind === 'string' && node.text === '*') continue;
      const text = node.kind === 'string' ? ` such as { "AWS": "${node.text}" }` : '';
      report(node, `${name} must be "*" or an object that says what kind of principal is meant${text}.`);
    }
  },
  principal({ type, node, text }, _statement, { report }) {
    if (type !== 'AWS' || hasWildcard(text) || text.includes('${') || isAwsPrincipal(text)) return;
    const why =
      mistakenPrincipal(text) ?? 'Write a 12-digit account id or the ARN of an account, user or role.';
    report(node, `"${text}" names no principal. ${why}`);
  },
  partialPrincipal({ type, text }, _statement, { report }) {
    if (type !== 'AWS' || mayNameAwsPrincipal(text)) return;
    report(
      text,
      'This names no principal. Write a 12-digit account id or the ARN of an account, user or role.',
    );
  },
};
