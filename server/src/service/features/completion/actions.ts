import type { Action } from '../../catalog/catalog';
import type { CompletionContext, Suggestion } from './suggestion';

/** Actions that a trust policy can name, by what its principals are. */
const assuming = { federated: ['AssumeRoleWithWebIdentity', 'AssumeRoleWithSAML'], other: ['AssumeRole'] };
const alongside = ['TagSession', 'SetSourceIdentity'];

/** Service prefixes until a colon is typed, then the service's actions. */
export function actions(context: CompletionContext): Suggestion[] {
  if (context.kind.kind === 'trust') return trustActions(context);
  const colon = context.typed.indexOf(':');
  return colon < 0 ? services(context) : serviceActions(context, context.typed.slice(0, colon));
}

function services({ catalog }: CompletionContext): Suggestion[] {
  return catalog.prefixes.map((prefix) => ({
    label: `${prefix}:`,
    kind: 'service',
    detail: catalog.serviceName(prefix) ?? '',
    continues: true,
  }));
}

function serviceActions({ catalog }: CompletionContext, prefix: string): Suggestion[] {
  const service = catalog.service(prefix);
  if (!service) return [];
  return [...service.actions.values()].map((action) => suggest(service.prefix, action));
}

function suggest(prefix: string, action: Action): Suggestion {
  return { label: `${prefix}:${action.name}`, kind: 'action', detail: action.accessLevels.join(', ') };
}

/** Only what lets a role be assumed, and of that what fits the principals there are. */
function trustActions({ catalog, statement }: CompletionContext): Suggestion[] {
  const principals = statement?.principals ?? [];
  const federated = principals.some(({ type }) => type === 'Federated');
  const others = principals.some(({ type }) => type !== 'Federated');
  const names = [
    ...(others || !federated ? assuming.other : []),
    ...(federated || !others ? assuming.federated : []),
    ...alongside,
  ];
  const sts = catalog.service('sts');
  return names.flatMap((name, rank) => {
    const action = sts?.actions.get(name.toLowerCase());
    return action ? [{ ...suggest('sts', action), rank }] : [];
  });
}
