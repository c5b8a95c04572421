import { isAwsPrincipal, looksLikeServicePrincipal, parseFederated } from '../../iam/principals';
import { fix, type FixMaker } from './fix';

/** The kind of principal that a bare text is, around it. */
export const principalObject: FixMaker = ({ place, writer }) => {
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
