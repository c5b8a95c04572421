import { suggestAction } from './actions';
import type { CompletionContext, Suggestion } from './suggestion';

/** Actions that a trust policy can name, by what its principals are. */
const assuming = { other: ['AssumeRole'], oidc: ['AssumeRoleWithWebIdentity'], saml: ['AssumeRoleWithSAML'] };
const alongside = ['TagSession', 'SetSourceIdentity'];

/** The action with which the principals of the statement assume the role. */
export function assumeAction({ statement }: CompletionContext): string {
  const [name] = assumingFor(statement?.principals ?? []);
  return `sts:${name ?? 'AssumeRole'}`;
}

/** Only what lets a role be assumed, and of that what fits the principals there are. */
export function trustActions({ catalog, statement, place }: CompletionContext): Suggestion[] {
  const fitting = assumingFor(statement?.principals ?? []);
  const names = [...(fitting.length > 0 ? fitting : Object.values(assuming).flat()), ...alongside];
  const sts = catalog.service('sts');
  return names.flatMap((name, rank) => {
    const action = sts?.actions.get(name.toLowerCase());
    return action && !place.items.includes(`sts:${name}`) ? [suggestAction('sts', action, { rank })] : [];
  });
}

function assumingFor(
  principals: readonly { readonly type: string | undefined; readonly text: string }[],
): string[] {
  const names = principals.flatMap(({ type, text }) => {
    if (type !== 'Federated') return assuming.other;
    if (text === '') return [...assuming.oidc, ...assuming.saml];
    return text.includes(':saml-provider/') ? assuming.saml : assuming.oidc;
  });
  return [...new Set(names)];
}
