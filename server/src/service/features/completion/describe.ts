import type { Catalog } from '../../catalog/catalog';
import { describeActionPattern, servicePage } from '../hover/action';
import { describeConditionKey } from '../hover/conditionKey';
import { describeOperator } from '../hover/operator';
import type { SuggestionKind } from './suggestion';

/** Documentation of a suggestion in Markdown, as far as there is any. */
export function describeSuggestion(
  kind: SuggestionKind,
  label: string,
  catalog: Catalog,
): string | undefined {
  switch (kind) {
    case 'action':
      return describeActionPattern(label, catalog);
    case 'service':
      return servicePage(label.replace(/:$/, ''), catalog) || undefined;
    case 'conditionKey':
      return describeConditionKey(label, catalog);
    case 'variable':
      return describeConditionKey(label.replace(/^[$&]\{|\}$/g, ''), catalog);
    case 'operator':
      return describeOperator(label);
    case 'element':
    case 'principal':
    case 'resource':
    case 'template':
    case 'value':
      return undefined;
  }
}
