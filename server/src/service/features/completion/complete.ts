import type { Catalog } from '../../catalog/catalog';
import type { StringNode } from '../../model/nodes';
import type { PolicyFile } from '../../policyFile';
import { type Location, locate } from '../locate';
import { actions } from './actions';
import { conditionKeys, operators } from './conditions';
import { policyKeys, principalKeys, statementKeys } from './elements';
import type { Completion, CompletionContext, Suggestion } from './suggestion';
import { awsPrincipals, effects, federatedPrincipals, servicePrincipals, versions } from './values';

type Provider = (context: CompletionContext) => Suggestion[];

/** Who answers where; the path names the keys from the policy object to the cursor. */
const keyProviders: Record<string, Provider> = {
  '': policyKeys,
  Statement: statementKeys,
  'Statement/Principal': principalKeys,
  'Statement/NotPrincipal': principalKeys,
  'Statement/Condition': operators,
  'Statement/Condition/*': conditionKeys,
};
const valueProviders: Record<string, Provider> = {
  Version: versions,
  'Statement/Effect': effects,
  'Statement/Action': actions,
  'Statement/NotAction': actions,
  'Statement/Principal/Service': servicePrincipals,
  'Statement/NotPrincipal/Service': servicePrincipals,
  'Statement/Principal/AWS': awsPrincipals,
  'Statement/NotPrincipal/AWS': awsPrincipals,
  'Statement/Principal/Federated': federatedPrincipals,
};

/** What may be written at the offset of a policy. */
export function complete(
  { policy, kind }: PolicyFile,
  offset: number,
  text: string,
  catalog: Catalog,
): Completion[] {
  const location = locate(policy, offset);
  const provider = (location.role === 'key' ? keyProviders : valueProviders)[pattern(location)];
  if (!provider) return [];
  const statement = policy.statements.find(({ node }) => location.objects.includes(node));
  const typed = location.node ? text.slice(location.node.contentStart, offset) : '';
  const context: CompletionContext = { policy, kind, catalog, location, statement, typed };
  return provider(context).map((suggestion) => toCompletion(suggestion, location, offset, text));
}

function pattern({ path, role }: Location): string {
  const isOperator = (_: string, index: number) => role === 'key' && index === 2 && path[1] === 'Condition';
  return path.map((key, index) => (isOperator(key, index) ? '*' : key)).join('/');
}

/** Replaces the string at the cursor, quotes kept, or writes a new one; a new key brings its value along. */
function toCompletion(suggestion: Suggestion, location: Location, offset: number, text: string): Completion {
  const { node, role, entry } = location;
  const label = escapeSnippet(suggestion.label);
  const closing = suggestion.continues ? '$0' : '';
  const needsValue = role === 'key' && !(entry && hasColonBehind(entry.key, text));
  const value = needsValue ? `: ${suggestion.valueSnippet ?? '"$0"'}` : '';
  if (!node)
    return { suggestion, range: { start: offset, end: offset }, insert: `"${label}${closing}"${value}` };
  const range = { start: node.contentStart, end: node.range.end - (node.unclosed ? 0 : 1) };
  if (node.unclosed) return { suggestion, range, insert: `${label}${closing}"${value}` };
  if (!value) return { suggestion, range, insert: `${label}${closing}` };
  return { suggestion, range: { ...range, end: range.end + 1 }, insert: `${label}"${value}` };
}

function hasColonBehind(key: StringNode, text: string): boolean {
  return /^\s*:/.test(text.slice(key.range.end, key.range.end + 200));
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
