import { isKnownServicePrincipal } from '../../catalog/servicePrincipals';
import { isAwsPrincipal, looksLikeServicePrincipal, parseFederated } from '../../iam/principals';
import { digitsOf, isAccountWithMarks } from './arns';
import { addCondition } from './conditions';
import { type Fix, fix, type FixMaker } from './fix';

/** What a principal that names nobody most likely means. */
export const meantPrincipal: FixMaker = (target) => {
  const { place, writer } = target;
  const node = place?.node;
  if (node?.kind !== 'string' || place?.isKey) return [];
  const { text } = node;
  if (isAccountWithMarks(text) && text !== digitsOf(text))
    return fix(`Change to ${digitsOf(text)}`, writer.setText(node, digitsOf(text)));
  const service = target.finding.code === 'UNKNOWN_SERVICE_PRINCIPAL' ? fullServiceName(target) : [];
  if (service.length > 0) return service;
  const wrapped = principalObject(target);
  return wrapped.length > 0 ? wrapped : otherKind(target);
};

/** `ec2` as `ec2.amazonaws.com`. */
export const fullServiceName: FixMaker = ({ place, writer, catalog }) => {
  const node = place?.node;
  const service = node?.kind === 'string' ? `${node.text.toLowerCase()}.amazonaws.com` : '';
  return node?.kind === 'string' && isKnownServicePrincipal(catalog, service)
    ? fix(`Change to ${service}`, writer.setText(node, service))
    : [];
};

/** The principal under the kind that it is of. */
const otherKind: FixMaker = ({ place, writer }) => {
  const node = place?.node;
  const type = node?.kind === 'string' ? typeOf(node.text) : undefined;
  const at = place?.parents.findIndex(({ container }) => container.kind === 'object') ?? -1;
  const parent = place?.parents[at];
  if (node?.kind !== 'string' || !type || at > 1 || parent?.container.kind !== 'object') return [];
  const { container, index } = parent;
  const { key, value } = container.entries[index]!;
  if (key.text === type || !/^(AWS|Service|Federated)$/.test(key.text)) return [];
  const title = `Put it under "${type}"`;
  const isAlone = value?.kind === 'string' || (value?.kind === 'array' && value.items.length === 1);
  if (container.entries.some((entry) => entry.key.text === type)) return [];
  if (isAlone) return fix(title, writer.setText(key, type));
  const [list] = place!.parents;
  return fix(title, [
    ...writer.remove(list!.container, [list!.index]),
    ...writer.addEntry(container, type, node.text),
  ]);
};

/** The account in place of a pattern of its users or roles, and the pattern in a condition. */
export const accountWithCondition: FixMaker = (target) => {
  const { place, statement, writer } = target;
  const node = place?.node;
  if (node?.kind !== 'string' || statement?.principals.length !== 1) return [];
  const [, account, name = ''] = /^(arn:[\w-]+:iam::\d{12}):(.+)$/.exec(node.text) ?? [];
  if (account === undefined) return [];
  const root = `${account}:root`;
  const edits = writer.setText(node, root);
  if (/^\*+$/.test(name)) return fix(`Change to ${root}`, edits);
  const condition = addCondition(target, statement, 'ArnLike', { 'aws:PrincipalArn': node.text });
  return fix('Name the account, and the pattern in a condition', condition && [...edits, ...condition]);
};

/** Whom most trust policies are for; which of them is meant, only their author knows. */
const usual: readonly (readonly [name: string, principal: string])[] = [
  ['EC2', 'ec2.amazonaws.com'],
  ['Lambda', 'lambda.amazonaws.com'],
];

/** A trust policy without a principal: one for instances or for functions. */
export const usualPrincipals: FixMaker = ({ statement, writer }) => {
  const isForServices = statement?.actions.every(({ name }) => !name.startsWith('assumerolewith'));
  if (!statement || statement.node.unclosed || !isForServices) return [];
  return usual.map(([name, Service]): Fix => ({
    title: `Let ${name} assume the role`,
    edits: writer.addEntry(statement.node, 'Principal', { Service }),
    unlikely: true,
  }));
};

/** The kind of principal that a bare text is, around it. */
const principalObject: FixMaker = ({ place, writer }) => {
  const node = place?.node;
  const [parent] = place?.parents ?? [];
  if (node?.kind !== 'string' || parent?.container.kind !== 'object') return [];
  const { key } = parent.container.entries[parent.index]!;
  if (!/^(Not)?Principal$/.test(key.text)) return [];
  const type = typeOf(node.text);
  return type
    ? fix(`Change to { "${type}": "${node.text}" }`, writer.replace(node, { [type]: node.text }))
    : [];
};

function typeOf(text: string): string | undefined {
  if (text === '*') return undefined;
  if (looksLikeServicePrincipal(text)) return 'Service';
  if (/:(saml|oidc)-provider\//.test(text) && parseFederated(text)) return 'Federated';
  return isAwsPrincipal(text) ? 'AWS' : undefined;
}
