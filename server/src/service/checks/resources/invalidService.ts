import type { Catalog } from '../../catalog/catalog';
import { findConditionKey, isLentPrefix } from '../../catalog/findConditionKey';
import { isKnownServicePrincipal } from '../../catalog/servicePrincipals';
import { isArnService } from '../../iam/arnServices';
import { closest, didYouMean } from '../../iam/closest';
import { hasWildcard } from '../../iam/wildcard';
import type { ConditionClause } from '../../model/condition';
import type { Check, CheckContext, ClauseHead } from '../check';

/** The name before the colon of a condition key, where it should be a service's: identity providers have a dot. */
function unknownPrefix({ lowerKey }: ClauseHead, catalog: Catalog): string | undefined {
  const prefix = lowerKey.slice(0, Math.max(0, lowerKey.indexOf(':')));
  if (!/^[a-z0-9-]+$/.test(prefix) || prefix === 'aws' || isLentPrefix(prefix)) return undefined;
  return isArnService(prefix, catalog) || findConditionKey(catalog, lowerKey) ? undefined : prefix;
}

function checkKey(clause: ConditionClause, { catalog, report }: CheckContext): void {
  const prefix = unknownPrefix(clause, catalog);
  if (prefix === undefined) return;
  const replacements = closest(prefix, catalog.prefixes)
    .map((found) => found + clause.key.slice(prefix.length))
    .filter((key) => findConditionKey(catalog, key));
  report(clause.keyNode, `There is no service "${prefix}".${didYouMean(replacements)}`, {
    data: { replacements },
  });
}

const calledVia: ReadonlySet<string> = new Set(['aws:calledvia', 'aws:calledviafirst', 'aws:calledvialast']);

/**
 * IAM Access Analyzer looks for the name in `<name>.amazonaws.com` among the services, so that it refuses
 * ec2fastlaunch.amazonaws.com, which exists. We tell such a one as a doubt.
 */
function checkCallers({ lowerKey, values }: ConditionClause, { catalog, report }: CheckContext): void {
  if (!calledVia.has(lowerKey)) return;
  for (const node of values) {
    const name = node.kind === 'string' ? /^([a-z0-9-]+)\.amazonaws\.com$/.exec(node.text)?.[1] : undefined;
    if (node.kind !== 'string' || name === undefined || isArnService(name, catalog)) continue;
    if (isKnownServicePrincipal(catalog, node.text)) {
      const message = `"${name}" is no service that has actions, and AWS's own validator refuses it here. If requests do come through ${node.text}, leave it.`;
      report(node, message, { severity: 'information' });
    } else report(node, `There is no service "${name}".`);
  }
}

export const invalidService: Check = {
  code: 'INVALID_SERVICE',
  type: 'ERROR',
  kinds: 'all',
  restsOnText: true,
  concerns: (clause, catalog) =>
    calledVia.has(clause.lowerKey) || unknownPrefix(clause, catalog) !== undefined,
  summary: 'There is no such service.',
  resource(resource, _statement, { catalog, report }) {
    const service = resource.plainArn?.service;
    if (service === undefined || hasWildcard(service) || isArnService(service.toLowerCase(), catalog)) return;
    const replacements = closest(service, catalog.prefixes).map((found) =>
      resource.text.replace(`:${service}:`, `:${found}:`),
    );
    report(resource, `There is no service "${service}".`, { data: { replacements } });
  },
  partialResource(resource, _statement, { catalog, report }) {
    const service = resource.field('service');
    if (service === undefined || !/^[\w-]+$/.test(service) || isArnService(service.toLowerCase(), catalog))
      return;
    report(resource, `There is no service "${service}".`);
  },
  clause(clause, _statement, context) {
    checkKey(clause, context);
    checkCallers(clause, context);
  },
};
