import type { Catalog } from '../../catalog/catalog';
import { findGlobalKey } from '../../catalog/globalKeys';
import { parseFederated } from '../../iam/principals';
import { hasWildcard } from '../../iam/wildcard';
import { type OffsetRange, type PolicyNode, rangeWithin, type StringNode } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';
import type { Statement } from '../../model/statement';
import { guidePage } from '../hover/markdown';

/** A part of a policy that leads to a page. */
export interface DocumentLink {
  readonly range: OffsetRange;
  readonly target: string;
  /** Where it leads, in words. */
  readonly tooltip: string;
}

/**
 * Links to AWS's pages and to identity providers: on the service of an action, on the prefix of a condition key, on the
 * name of an AWS managed policy, on a provider. The short part carries the link, so that a list of actions is not
 * underlined from end to end.
 */
export function documentLinks(policy: PolicyDocument, catalog: Catalog): DocumentLink[] {
  return policy.statements.flatMap((statement) => [
    ...statement.actions.flatMap(({ node }) => actionLink(node, catalog)),
    ...statement.conditionClauses.flatMap(({ keyNode }) => keyLink(keyNode, catalog)),
    ...valuesOf(statement).flatMap(managedPolicyLink),
    ...statement.principals
      .filter(({ type }) => type === 'Federated')
      .flatMap(({ node }) => providerLink(node)),
  ]);
}

/** The action's own page; the service's page for wildcards and for actions that have none. */
function actionLink(node: StringNode, catalog: Catalog): DocumentLink[] {
  const colon = node.text.indexOf(':');
  const prefix = node.text.slice(0, Math.max(0, colon)).toLowerCase();
  if (!catalog.hasService(prefix)) return [];
  const texts = catalog.describe(prefix);
  const name = node.text.slice(colon + 1);
  const own = hasWildcard(name) ? undefined : texts?.actions.get(name.toLowerCase())?.url;
  const target = own ?? texts?.url;
  const tooltip = own ? `${name} in its API reference` : pageOfService(prefix, catalog);
  return target ? [{ range: rangeWithin(node, 0, colon), target, tooltip }] : [];
}

function pageOfService(prefix: string, catalog: Catalog): string {
  return `Actions, resources and condition keys of ${catalog.serviceName(prefix) ?? prefix}`;
}

function keyLink(node: StringNode, catalog: Catalog): DocumentLink[] {
  const colon = node.text.indexOf(':');
  if (colon <= 0) return [];
  const range = rangeWithin(node, 0, colon);
  if (findGlobalKey(node.text))
    return [
      {
        range,
        target: `${guidePage('reference_policies_condition-keys')}#condition-keys-${anchorOf(node.text)}`,
        tooltip: `${node.text} among the global condition keys`,
      },
    ];
  const prefix = node.text.slice(0, colon);
  const target = catalog.hasService(prefix) ? catalog.describe(prefix)?.url : undefined;
  return target ? [{ range, target, tooltip: pageOfService(prefix, catalog) }] : [];
}

/** `aws:ResourceTag/team` is told of at `#condition-keys-resourcetag`. */
function anchorOf(key: string): string {
  return key
    .slice(key.indexOf(':') + 1)
    .split('/')[0]!
    .toLowerCase();
}

/** Strings that can name a managed policy. */
function valuesOf(statement: Statement): StringNode[] {
  const values: PolicyNode[] = statement.conditionClauses.flatMap(({ values: some }) => [...some]);
  return [...statement.resources.map(({ node }) => node), ...values.filter((node) => node.kind === 'string')];
}

const managedPolicy = /^arn:aws[\w-]*:iam::aws:policy\/(?:[\w-]+\/)*([\w+=,.@-]+)$/;

function managedPolicyLink(node: StringNode): DocumentLink[] {
  const name = managedPolicy.exec(node.text)?.[1];
  if (name === undefined) return [];
  const range = rangeWithin(node, node.text.length - name.length, node.text.length);
  const target = `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${encodeURIComponent(name)}.html`;
  return [{ range, target, tooltip: `The AWS managed policy ${name}` }];
}

/** Where an OIDC provider tells of itself; every one of them has this address. */
function providerLink(node: StringNode): DocumentLink[] {
  const provider = parseFederated(node.text);
  if (provider?.kind !== 'oidc' || hasWildcard(node.text) || node.text.includes('$')) return [];
  const address = node.text.slice(node.text.includes('oidc-provider/') ? node.text.indexOf('/') + 1 : 0);
  const range = rangeWithin(node, node.text.length - address.length, node.text.length);
  const target = `https://${address}/.well-known/openid-configuration`;
  return [{ range, target, tooltip: `What ${address} says of itself as an OIDC provider` }];
}
