import { elementOf } from '../../edits/terraform/blocks';
import type { Catalog } from '../../catalog/catalog';
import { actionLookupFor } from '../../checks/actionLookup';
import { looksLikeServicePrincipal, parseFederated } from '../../iam/principals';
import { describeActionPattern, servicePage } from '../hover/action';
import { describeConditionKey } from '../hover/conditionKey';
import { describeEffect, describeElement, describeVersion } from '../hover/element';
import { describeOperator } from '../hover/operator';
import { describePrincipal } from '../hover/principal';
import { describeResource } from '../hover/resource';
import { plainText } from './snippet';
import type { SuggestionKind } from './suggestion';

/**
 * Documentation of a suggestion in Markdown, as far as there is any.
 *
 * @param written the snippet that it writes
 */
export function describeSuggestion(
  kind: SuggestionKind,
  label: string,
  catalog: Catalog,
  written = '',
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
      return elementPaths
        .map((path) => describeElement(path, elementOf(label) ?? label))
        .find((text) => text !== undefined);
    case 'principal':
      return describePrincipal(typeOf(label), label, 'trust', catalog);
    case 'resource':
      return describeResource(label, catalog, {
        statement: undefined,
        meaningOf: actionLookupFor(catalog),
      });
    case 'value':
      return describeVersion(label) ?? describeEffect(label);
    case 'template':
      return written === '' ? undefined : preview(written);
  }
}

/** Where an element of that name can stand. */
const elementPaths: readonly (readonly string[])[] = [[], ['Statement'], ['Statement', 'Principal']];

function typeOf(principal: string): string {
  if (/:(saml|oidc)-provider\//.test(principal)) return 'Federated';
  if (looksLikeServicePrincipal(principal)) return 'Service';
  return parseFederated(principal) ? 'Federated' : 'AWS';
}

/** What will stand there. */
function preview(written: string): string {
  return `\`\`\`\n${plainText(written).replaceAll('\t', '  ').trim()}\n\`\`\``;
}
