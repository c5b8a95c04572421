import type { Catalog } from '../../catalog/catalog';
import { parseArn } from '../../iam/arn';
import { parseFederated, wholeAccount } from '../../iam/principals';
import { listOf } from '../../model/nodes';
import type { PrincipalValue } from '../../model/principal';
import type { Statement } from '../../model/statement';
import { listOfWords } from './words';

const most = 3;
/** What is misspelt is no service, whatever it begins with. */
const ofAws = /\.(amazonaws\.com(\.cn)?|amazon\.com)$/;

/** `Amazon EC2`, `everybody in account 111122223333 and role a`; undefined where the statement names nobody. */
export function principalsInWords(statement: Statement, catalog: Catalog): string | undefined {
  const names = statement.principals.map((principal) => nameOf(principal, catalog));
  for (const element of ['Principal', 'NotPrincipal'] as const) {
    const node = statement.value(element);
    const values =
      node?.kind === 'object' ? node.entries.flatMap(({ value }) => listOf(value)) : listOf(node);
    if (values.some(({ kind }) => kind === 'computed')) names.push('who is filled in later');
  }
  if (names.length === 0) return undefined;
  const who = listOfWords([...new Set(names)], most);
  return statement.element('NotPrincipal') ? `everybody except ${who}` : who;
}

function nameOf({ type, text }: PrincipalValue, catalog: Catalog): string {
  if (text === '*') return type === 'Federated' ? 'everybody with an identity' : 'everybody';
  if (type === 'Service') return serviceIn(text, catalog) ?? text;
  if (type === 'Federated') return federated(text);
  if (type === 'CanonicalUser') return 'the account with a canonical id';
  const account = wholeAccount(text);
  if (account !== undefined) return `account ${account}`;
  const arn = parseArn(text);
  const [kind = '', ...path] = arn?.resource.split('/') ?? [];
  if (!arn || path.length === 0) return text;
  const name = kind === 'assumed-role' ? path.join('/') : path.at(-1)!;
  return `${kinds[kind] ?? kind} ${name} of account ${arn.account}`;
}

function serviceIn(text: string, catalog: Catalog): string | undefined {
  return ofAws.test(text) ? catalog.serviceName(text.split('.')[0] ?? '') : undefined;
}

const kinds: Readonly<Record<string, string>> = {
  'assumed-role': 'session',
  'federated-user': 'federated user',
};

function federated(text: string): string {
  const name = text.slice(text.indexOf('provider/') + (text.includes('provider/') ? 'provider/'.length : 1));
  return parseFederated(text)?.kind === 'saml'
    ? `people whom ${name} vouches for`
    : `anybody with a token of ${name}`;
}
