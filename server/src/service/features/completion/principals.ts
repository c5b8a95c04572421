import type { Catalog } from '../../catalog/catalog';
import { matchesAction } from '../../iam/statementActions';
import { liveRoles } from './live';
import { likelyServices } from './serviceRanks';
import { stop, withoutStops } from './snippet';
import { type CompletionContext, stringValue, type Suggestion } from './suggestion';

/** Service principals, the usual ones for the kind of policy first. */
export function servicePrincipals(context: CompletionContext): Suggestion[] {
  const { catalog, kind, place, names, around, statement } = context;
  const usual = likelyServices(kind, [...around, statement?.sid]);
  const inChina = names.partition === 'aws-cn';
  return catalog.servicePrincipals
    .filter((label) => !place.items.includes(label) && (inChina || !label.endsWith('.cn')))
    .filter((label) => label !== rolesAnywhere || letsRolesAnywhereIn(context))
    .map((label) => {
      const rank = usual.indexOf(label);
      const name = nameOf(label, catalog);
      return stringValue(label, {
        kind: 'principal',
        detail: name ?? 'Service principal',
        rank: rank < 0 ? usual.length : rank,
      });
    });
}

/** The service of a principal, also of one that stands for a part of it: `ecs-tasks`, `logging.s3`. */
function nameOf(principal: string, catalog: Catalog): string | undefined {
  const [first = '', second = ''] = principal.split('.');
  return (
    catalog.serviceName(first) ?? catalog.serviceName(second) ?? catalog.serviceName(first.split('-')[0]!)
  );
}

const rolesAnywhere = 'rolesanywhere.amazonaws.com';

/** It needs three actions where other services need one; a statement with fewer would be an error. */
function letsRolesAnywhereIn({ kind, statement }: CompletionContext): boolean {
  if (kind.kind !== 'trust' || !statement?.element('Action')) return true;
  return ['assumerole', 'setsourceidentity', 'tagsession'].every((name) =>
    statement.actions.some((action) => matchesAction(action, 'sts', name)),
  );
}

/** Accounts, roles and users: forms to fill in, and what the account at hand has. */
export function awsPrincipals(context: CompletionContext): Suggestion[] {
  const { names, kind, place } = context;
  const number = typedAccount(context);
  const account = number ?? stop(1, names.account === '*' ? '123456789012' : names.account);
  const arn = (resource: string) => `arn:${names.partition}:iam::${account}:${resource}`;
  const forms: [string, string][] = [
    [arn('root'), 'Everybody the account lets'],
    [arn(`role/${stop(2, 'RoleName')}`), 'A role'],
    [arn(`user/${stop(2, 'UserName')}`), 'A user'],
    [
      `arn:${names.partition}:sts::${account}:assumed-role/${stop(2, 'RoleName')}/${stop(3, 'SessionName')}`,
      'One session of a role',
    ],
  ];
  const search = number === undefined ? {} : { search: number };
  const suggestions = forms.map(([text, detail], rank) =>
    stringValue(text, { label: withoutStops(text), kind: 'principal', detail, rank, ...search }),
  );
  const everybody = stringValue('*', {
    kind: 'principal',
    detail: 'Everybody in the world: limit it by a condition',
    rank: 9,
  });
  const isAlone = kind.kind !== 'trust' && place.items.length === 0;
  return [...suggestions, ...liveRoles(context), ...(isAlone ? [everybody] : [])];
}

/** The account whose number is typed, or that the policy speaks of and whose number begins so. */
function typedAccount({ names, place: { typed } }: CompletionContext): string | undefined {
  if (!/^\d+$/.test(typed)) return undefined;
  if (typed.length === 12) return typed;
  return names.account.startsWith(typed) ? names.account : undefined;
}

/** Identity providers. */
export function federatedPrincipals({ names, kind, place, statement }: CompletionContext): Suggestion[] {
  const account = stop(1, names.account === '*' ? '123456789012' : names.account);
  const arn = (resource: string) => `arn:${names.partition}:iam::${account}:${resource}`;
  const forms: [string, string][] = [
    [arn('oidc-provider/token.actions.githubusercontent.com'), 'OIDC provider (GitHub Actions)'],
    [arn(`oidc-provider/${stop(2, 'oidc.example.com')}`), 'OIDC provider'],
    [arn(`saml-provider/${stop(2, 'ProviderName')}`), 'SAML provider'],
    ['cognito-identity.amazonaws.com', 'Amazon Cognito'],
    ['accounts.google.com', 'Google'],
    ['www.amazon.com', 'Login with Amazon'],
    ['graph.facebook.com', 'Facebook'],
  ];
  if (kind.kind !== 'trust') return [];
  return forms
    .map(([text, detail], rank) =>
      stringValue(text, { label: withoutStops(text), kind: 'principal', detail, rank }),
    )
    .filter(({ label }) => mayAssume(label, statement) && !place.items.includes(label));
}

/** The statement's actions let the provider's people in; without an action, any provider's. */
function mayAssume(provider: string, statement: CompletionContext['statement']): boolean {
  const actions = statement?.actions ?? [];
  const wanted = provider.includes(':saml-provider/') ? 'assumerolewithsaml' : 'assumerolewithwebidentity';
  const assuming = actions.filter(({ name }) => name.startsWith('assumerole'));
  return assuming.length === 0 || assuming.some((action) => matchesAction(action, 'sts', wanted));
}

/** What a Principal may be as a whole. */
export function wholePrincipals(context: CompletionContext): Suggestion[] {
  const { kind, place } = context;
  const types: [string, string][] = [
    ['Service', 'An AWS service, such as ec2.amazonaws.com'],
    ['AWS', 'Accounts, roles, users'],
    ['Federated', 'Identity providers (SAML, OIDC)'],
  ];
  const taken = types.filter(([type]) => takesType(type, kind));
  const objects: Suggestion[] = taken.map(([type, detail], rank) => ({
    label: `{ "${type}": … }`,
    kind: 'principal',
    detail,
    piece: { kind: 'values', values: [{ [type]: stop(1) }] },
    rank,
    search: type,
  }));
  const everybody = stringValue('*', { kind: 'principal', detail: 'Everybody in the world', rank: 9 });
  const written = [...objects, ...(kind.kind === 'rcp' ? [] : typedPrincipals(context))];
  return kind.kind === 'trust' || !'*'.startsWith(place.typed) ? written : [...written, everybody];
}

/** A resource control policy is about everybody; the people of an identity provider come in by a role. */
function takesType(type: string, { kind, certain }: CompletionContext['kind']): boolean {
  return kind !== 'rcp' && !(kind === 'resource' && certain && type === 'Federated');
}

/** For a person who types a service or an ARN where its type belongs first. */
function typedPrincipals(context: CompletionContext): Suggestion[] {
  const typed = context.place.typed.toLowerCase();
  if (typed.length < 2) return [];
  const into =
    (type: string) =>
    (one: Suggestion): Suggestion => ({
      ...one,
      piece: {
        kind: 'values',
        values: [{ [type]: one.piece.kind === 'values' ? one.piece.values[0]! : '' }],
      },
    });
  const accounts = awsPrincipals(context).filter(({ label, search }) => search ?? label.startsWith(typed));
  const services = servicePrincipals(context).filter(({ label }) => label.startsWith(typed));
  return [...services.map(into('Service')), ...accounts.map(into('AWS'))];
}
