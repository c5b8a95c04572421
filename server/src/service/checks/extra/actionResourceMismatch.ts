import type { Action, Catalog, Service } from '../../catalog/catalog';
import { isKnownResource, readableFormat } from '../../iam/arnFormats';
import { typesReachedByAll } from '../../iam/documentReach';
import { typesReached } from '../../iam/statementReach';
import type { ActionPattern } from '../../model/action';
import type { PolicyDocument } from '../../model/policyDocument';
import type { ResourcePattern } from '../../model/resource';
import type { Statement } from '../../model/statement';
import type { Check, CheckContext } from '../check';

function fits({ resources }: Action, reached: ReadonlySet<string>): boolean {
  return resources.some(({ typeKey }) => reached.has(typeKey));
}

/** Another statement of the same effect lets the action work, so that its place here only costs space. */
function worksElsewhere(
  action: Action,
  service: Service,
  { effect }: Statement,
  policy: PolicyDocument,
): boolean {
  const reached = effect && typesReachedByAll(policy, effect, action, service);
  return !reached || fits(action, reached);
}

/**
 * Services whose actions do take resources although the reference shows none.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html
 */
const undocumented: ReadonlySet<string> = new Set(['ssmmessages']);

/** `arn:aws:s3:::*` is how some services name "no resource in particular". */
function namesWholeService({ resources }: Statement): boolean {
  return resources.some(({ text }) => text.endsWith(':*'));
}

const shown = new WeakMap<readonly Action[], string>();

/** What the actions work on, at most three formats. */
function formats(actions: readonly Action[], service: Service): string {
  let text = shown.get(actions);
  if (text === undefined) shown.set(actions, (text = listFormats(actions, service)));
  return text;
}

function listFormats(actions: readonly Action[], { resourceTypes }: Service): string {
  const types = new Set(actions.flatMap(({ resources }) => resources.map(({ typeKey }) => typeKey)));
  const arns = [...types].flatMap((type) => resourceTypes.get(type)?.arns.slice(0, 1) ?? []);
  const first = arns.slice(0, 3).map(readableFormat).join(', ');
  return arns.length > 3 ? `${first} and others` : first;
}

const owners = new WeakMap<readonly Action[], readonly string[]>();

/** The services of what the actions work on, each once. */
function servicesOf(actions: readonly Action[], { resourceTypes }: Service): readonly string[] {
  let services = owners.get(actions);
  if (!services) {
    const arns = actions.flatMap(({ resources }) =>
      resources.flatMap(({ typeKey }) => resourceTypes.get(typeKey)?.arns ?? []),
    );
    owners.set(actions, (services = [...new Set(arns.map((arn) => arn.split(':')[2]!))]));
  }
  return services;
}

/** The ARN names a service of which none of the actions' resources is. */
function isOfAnotherService(
  { arn }: ResourcePattern,
  actions: readonly Action[],
  service: Service,
  catalog: Catalog,
): boolean {
  if (!arn || !catalog.hasService(arn.service)) return false;
  const services = servicesOf(actions, service);
  return services.length > 0 && services.every((name) => name !== arn.service && !name.includes('$'));
}

function reportMisfit(
  pattern: ActionPattern,
  statement: Statement,
  { meaningOf, catalog, policy, report }: CheckContext,
): void {
  const { service, actions } = meaningOf(pattern);
  if (!service || !actions?.length) return;
  const reached = typesReached(statement, service);
  if (!reached || actions.some((action) => fits(action, reached))) return;
  if (undocumented.has(service.prefix)) return;
  const isClear = (resource: ResourcePattern) =>
    isKnownResource(resource.text, catalog) || isOfAnotherService(resource, actions, service, catalog);
  if (!statement.resources.every(isClear)) return;
  if (actions.some((action) => worksElsewhere(action, service, statement, policy))) return;
  const nothing = statement.effect === 'Deny' ? 'this denies nothing' : 'this allows nothing';
  if (actions.some(({ resources }) => resources.length > 0)) {
    const wanted = formats(actions, service);
    report(
      pattern.node,
      `${pattern.text} works on none of these resources, so ${nothing}. It wants ${wanted}.`,
    );
  } else if (!namesWholeService(statement)) {
    const message = `${pattern.text} cannot be limited to a resource, so ${nothing}. Give it a statement with "Resource": "*".`;
    report(pattern.node, message, { severity: 'information' });
  }
}

/**
 * An action none of whose resource types is among the statement's resources. Only told when the purpose of all
 * of these is clear, since the catalog may lag behind AWS. Where the reference has no resource types at all it
 * is told as information: some services know more than their page says.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const actionResourceMismatch: Check = {
  code: 'ACTION_RESOURCE_MISMATCH',
  type: 'WARNING',
  kinds: ['identity', 'resource', 'scp', 'rcp'],
  needs: ['namedResources'],
  presumes: 'statements',
  summary: 'No resource of the statement fits the action.',
  statement(statement, context) {
    // Most statements are about every resource, which fits every action.
    if (statement.usesNotAction || statement.reachesAll) return;
    for (const pattern of statement.actions) reportMisfit(pattern, statement, context);
  },
};
