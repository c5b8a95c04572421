import { array, member, memberInParts, object, otherMembers, string } from './json';
import { include, type Rule } from './rule';
import * as texts from './texts';

/** Operators that take `*` and `?` in their values for patterns. */
const patternOperators = 'String(?:Not)?Like|Arn(?:Not)?(?:Like|Equals)';
const plainOperators = [
  'String(?:Not)?Equals(?:IgnoreCase)?',
  '(?:Numeric|Date)(?:(?:Not)?Equals|(?:LessThan|GreaterThan)(?:Equals)?)',
  'Bool|BinaryEquals|(?:Not)?IpAddress|Null',
].join('|');

/** All operators, as an expression. */
export const conditionOperators = `${patternOperators}|${plainOperators}`;

/** `"ForAllValues:StringLikeIfExists": { … }` */
function operator(names: string, keys: string): Rule {
  return memberInParts(
    `(?:(ForAllValues|ForAnyValue)(:))?(${names})(IfExists)?`,
    [
      'storage.modifier.set-operator.iam-policy',
      'punctuation.separator.set-operator.iam-policy',
      'keyword.control.condition-operator.iam-policy',
      'storage.modifier.if-exists.iam-policy',
    ],
    keys,
  );
}

/** `"aws:ResourceTag/team": …`, `"token.actions.githubusercontent.com:sub": …` */
function conditionKey(...values: string[]): Rule {
  return memberInParts(
    '([^":/]+(?:/[^":]*)?)(:)([^"/]*)(?:(/)([^"]*))?',
    [
      'entity.name.type.service.iam-policy',
      'punctuation.separator.condition-key.iam-policy',
      'variable.other.property.condition-key.iam-policy',
      'punctuation.separator.condition-key.iam-policy',
      'variable.other.constant.tag-key.iam-policy',
    ],
    ...values,
  );
}

const repository: Readonly<Record<string, Rule>> = {
  effect: member('Effect', '#effect-string'),
  'effect-string': string('#effect-name'),

  action: member('Action|NotAction', '#action-array', '#action-string'),
  'action-array': array('#action-string'),
  'action-string': string('#action-name', '#only-wildcard'),

  resource: member('Resource|NotResource', '#resource-array', '#resource-string'),
  'resource-array': array('#resource-string'),
  'resource-string': string('#arn', '#only-wildcard', '#variable'),

  principal: member('Principal|NotPrincipal', '#principal-object', '#principal-string'),
  'principal-object': object('#aws-principal', '#service-principal-entry', '#federated-principal'),
  'principal-string': string('#only-wildcard'),
  'aws-principal': member('AWS', '#aws-array', '#aws-string'),
  'aws-array': array('#aws-string'),
  'aws-string': string('#arn', '#account', '#only-wildcard'),
  'service-principal-entry': member('Service', '#service-array', '#service-string'),
  'service-array': array('#service-string'),
  'service-string': string('#service-principal'),
  'federated-principal': member('Federated', '#federated-array', '#federated-string'),
  'federated-array': array('#federated-string'),
  'federated-string': string('#arn', '#identity-provider', '#only-wildcard'),

  condition: member('Condition', '#condition-object'),
  'condition-object': object('#pattern-operator', '#plain-operator'),
  'pattern-operator': operator(patternOperators, '#pattern-object'),
  'pattern-object': object('#pattern-key'),
  'pattern-key': conditionKey('#pattern-array', '#pattern-string'),
  'pattern-array': array('#pattern-string'),
  'pattern-string': string('#arn', '#account', '#variable', '#wildcard'),
  'plain-operator': operator(plainOperators, '#plain-object'),
  'plain-object': object('#plain-key'),
  'plain-key': conditionKey('#plain-array', '#plain-string'),
  'plain-array': array('#plain-string'),
  'plain-string': string('#plain-arn', '#account', '#service-principal', '#variable'),

  'effect-name': texts.effectName,
  'action-name': texts.actionName,
  arn: texts.arn('#variable', '#wildcard'),
  'plain-arn': texts.arn('#variable'),
  account: texts.account,
  'service-principal': texts.servicePrincipal,
  'identity-provider': texts.identityProvider,
  variable: texts.variable,
  wildcard: texts.wildcard,
  'only-wildcard': texts.onlyWildcard,
  'other-members': otherMembers,
};

/**
 * Colours IAM policies in any JSON. The rules begin at the names of policy elements, so that strings elsewhere
 * stay strings however much they look like an action or an ARN.
 */
export const injectionGrammar = {
  name: 'IAM policies in JSON',
  scopeName: 'iam-policy.injection',
  injectionSelector: 'L:source.json -string -comment',
  patterns: include('#effect', '#action', '#resource', '#principal', '#condition'),
  repository,
};

/** The text of a grammar's file. */
export function grammarText(grammar: object): string {
  return `${JSON.stringify(grammar, null, 2)}\n`;
}
