import type { AccountValues } from '../../../protocol/accountValues';
import type { Catalog } from '../../catalog/catalog';
import { actionLookupFor } from '../../checks/actionLookup';
import type { PolicyFile } from '../../policyFile';
import { actions, mayBeActionName } from './actions';
import { conditionKeys, wholeClauses } from './conditionKeys';
import { conditionValues } from './conditionValues';
import { policyKeys, principalKeys, statementKeys } from './elements';
import { type Names, namesIn } from '../../iam/namesInPolicy';
import { operators, wholeConditions } from './operators';
import type { Place, Spot } from './place';
import { policies, policyEntries, statementEntries, statements } from './policies';
import { awsPrincipals, federatedPrincipals, servicePrincipals, wholePrincipals } from './principals';
import { resources } from './resources';
import { beginsEmpty, withoutStops } from './snippet';
import type { Completion, CompletionContext, Completions, Provider, Suggestion } from './suggestion';
import { effects, versions } from './values';

/** Who answers where; the path names the keys from the policy object to the cursor, `*` is any. */
const keyProviders: Record<string, readonly Provider[]> = {
  '': [policyKeys, policyEntries],
  Statement: [statementKeys, statementEntries],
  'Statement/Principal': [principalKeys],
  'Statement/NotPrincipal': [principalKeys],
  'Statement/Condition': [operators],
  'Statement/Condition/*': [conditionKeys],
};
const valueProviders: Record<string, readonly Provider[]> = {
  '': [policies],
  Version: [versions],
  Statement: [statements],
  'Statement/Effect': [effects],
  'Statement/Action': [actions],
  'Statement/NotAction': [actions],
  'Statement/Resource': [resources],
  'Statement/NotResource': [resources],
  'Statement/Principal': [wholePrincipals],
  'Statement/NotPrincipal': [wholePrincipals],
  'Statement/Principal/Service': [servicePrincipals],
  'Statement/NotPrincipal/Service': [servicePrincipals],
  'Statement/Principal/AWS': [awsPrincipals],
  'Statement/NotPrincipal/AWS': [awsPrincipals],
  'Statement/Principal/Federated': [federatedPrincipals],
  'Statement/Condition': [wholeConditions],
  'Statement/Condition/*': [wholeClauses],
  'Statement/Condition/*/*': [conditionValues],
};

const nothing: Completions = { items: [], isIncomplete: false };

/** What may be written at the offset of a policy. */
export function complete(
  file: PolicyFile,
  offset: number,
  text: string,
  catalog: Catalog,
  account?: AccountValues,
): Completions {
  const spot = file.syntax.spot(text, offset, file.range);
  const providers = spot && (spot.own ?? providersFor(spot.place));
  if (!providers) return nothing;
  const context = contextAt(file, spot.place, catalog, account);
  const items = providers.flatMap((provide) => provide(context)).map((one) => toCompletion(one, spot));
  return { items, isIncomplete: isActionPlace(spot.place) && mayBeActionName(context) };
}

function providersFor({ path, role }: Place): readonly Provider[] | undefined {
  const isFree = (index: number) => path[1] === 'Condition' && index >= 2;
  const pattern = path.map((key, index) => (isFree(index) ? '*' : key)).join('/');
  return (role === 'key' ? keyProviders : valueProviders)[pattern];
}

function isActionPlace({ path, role }: Place): boolean {
  return role === 'value' && /^(Not)?Action$/.test(path[1] ?? '');
}

function contextAt(
  { policy, kind, owner, fileName }: PolicyFile,
  place: Place,
  catalog: Catalog,
  account: AccountValues | undefined,
): CompletionContext {
  let names: Names | undefined;
  return {
    policy,
    kind,
    catalog,
    place,
    account,
    statement: policy.statements.find(({ range }) => range.start < place.offset && place.offset <= range.end),
    meaningOf: actionLookupFor(catalog),
    // All of the policy is read for it, and most places want none.
    get names() {
      return (names ??= namesIn(policy, account));
    },
    around: [owner ?? '', fileName ?? ''],
  };
}

function toCompletion(offered: Suggestion, spot: Spot): Completion {
  const { range, insert, beginsWithQuote, quote = '"', besides } = spot.write(offered.piece);
  const suggestion = spot.label ? { ...offered, label: spot.label(offered.label, offered.piece) } : offered;
  const filter = suggestion.search ?? withoutStops(suggestion.label);
  return {
    suggestion,
    range,
    insert,
    besides,
    filter: beginsWithQuote ? quote + filter : filter,
    asksAgain: Boolean(suggestion.continues) || beginsEmpty(insert),
  };
}
