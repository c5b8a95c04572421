import type { Catalog } from '../../catalog/catalog';
import { actionLookupFor } from '../../checks/actionLookup';
import type { OffsetRange } from '../../model/nodes';
import type { Statement } from '../../model/statement';
import type { PolicyFile } from '../../policyFile';
import { type ActionWords, deedsInWords, deedsOf } from './actions';
import { conditionsInWords } from './conditions';
import { principalsInWords } from './principals';
import { resourcesInWords } from './resources';

/** What a statement does, in a sentence, and where the statement stands. */
export interface Summary {
  readonly sentence: string;
  readonly range: OffsetRange;
}

/** A sentence about each statement that says what it does to what; half a statement has none. */
export function summaries(
  { policy, kind }: Pick<PolicyFile, 'policy' | 'kind'>,
  catalog: Catalog,
): Summary[] {
  const words: ActionWords = { kind: kind.kind, catalog, meaningOf: actionLookupFor(catalog) };
  return policy.statements.flatMap((statement) => {
    const sentence = summarise(statement, words);
    return sentence === undefined ? [] : { sentence, range: statement.range };
  });
}

function summarise(statement: Statement, words: ActionWords): string | undefined {
  const { effect, actions, usesNotAction } = statement;
  if (!effect || actions.length === 0 || statement.repeatsElements) return undefined;
  const who = principalsInWords(statement, words.catalog);
  const lets = who !== undefined && effect === 'Allow';
  const deeds = actions.flatMap((action) => deedsOf(action, words));
  const what = usesNotAction
    ? `${lets ? 'do ' : ''}everything except ${deedsInWords(deeds, 'gerund')}`
    : deedsInWords(deeds, lets ? 'plain' : 'gerund');
  const verb = lets ? `Lets ${who}` : effect === 'Allow' ? 'Allows' : `Denies${who ? ` ${who}` : ''}`;
  const on = resourcesInWords(statement, words.catalog, takesResources(statement, words));
  return `${verb} ${what}${on}${conditionsInWords(statement.conditionClauses, effect)}`;
}

/** Some of the actions can be limited to resources, or may be: of what nobody knows that can't be said. */
function takesResources({ actions }: Statement, { meaningOf }: ActionWords): boolean {
  return actions.some((pattern) => {
    const meant = meaningOf(pattern).actions;
    return pattern.isEverything || !meant || meant.some(({ resources }) => resources.length > 0);
  });
}
