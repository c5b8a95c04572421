import { conditionOperators } from './injection';
import { include, type Rule, scopes } from './rule';
import * as texts from './texts';

// Terraform's language with rules of ours inside. The scopes are those of the grammar that the HashiCorp and OpenTofu
// extensions share; what we have no rule for goes back to it (`$base`).

const assignment = 'keyword.operator.assignment.hcl';

/** An argument or a key of an object; its value is a string, a list of strings, or what the base makes of it. */
function argument(names: string, list: string, string: string): Rule {
  return value(
    `\\b(${names})\\s*([=:](?![=>]))`,
    scopes('variable.other.readwrite.hcl', assignment),
    list,
    string,
  );
}

function value(begin: string, beginCaptures: Rule['captures'], list: string, string: string): Rule {
  return {
    begin,
    beginCaptures: beginCaptures!,
    // A list may go on over lines; everything else ends with its own.
    end: '$|(?<=\\])|(?=[},#])',
    patterns: include(list, string, '$base'),
  };
}

function list(string: string): Rule {
  return {
    begin: '\\[',
    beginCaptures: { 0: { name: 'punctuation.section.brackets.begin.hcl' } },
    end: '\\]',
    endCaptures: { 0: { name: 'punctuation.section.brackets.end.hcl' } },
    patterns: [{ include: string }, { match: ',', name: 'punctuation.separator.hcl' }, { include: '$base' }],
  };
}

/** A string; one that is not closed ends with its line. */
function string(...rules: string[]): Rule {
  return {
    name: 'string.quoted.double.hcl',
    begin: '"',
    beginCaptures: { 0: { name: 'punctuation.definition.string.begin.hcl' } },
    end: '"|$',
    endCaptures: { 0: { name: 'punctuation.definition.string.end.hcl' } },
    patterns: include(...rules, '#policy-variable', '#interpolation', '#escape'),
  };
}

/** `$${aws:username}` and `&{aws:username}`: variables of the policy. */
const variable: Rule = {
  name: 'meta.template.expression.iam-policy',
  match: "(\\$\\$\\{|&\\{)([^},\"'\\s]+)(?:\\s*(,)\\s*('[^'\"]*'))?\\s*(\\})",
  captures: scopes(
    'punctuation.definition.template-expression.begin.iam-policy',
    'variable.other.policy-variable.iam-policy',
    'punctuation.separator.default.iam-policy',
    'string.quoted.single.iam-policy',
    'punctuation.definition.template-expression.end.iam-policy',
  ),
};

/** `${var.name}` and `%{ if … }`: Terraform's own. */
const interpolation: Rule = {
  name: 'meta.interpolation.hcl',
  begin: '(?<![$%])[$%]\\{',
  beginCaptures: { 0: { name: 'keyword.other.interpolation.begin.hcl' } },
  end: '\\}',
  endCaptures: { 0: { name: 'keyword.other.interpolation.end.hcl' } },
  patterns: include('$base'),
};

const arnParts: readonly string[] = [
  'storage.modifier.partition',
  'entity.name.type.service',
  'variable.parameter.region',
  'constant.numeric.account',
];

/** The head of an ARN, part by part; what follows is the resource, with whatever is computed in it. */
const arn: Rule = {
  match: `(?<=")(arn)(:)${'((?:\\$\\{[^}"]*\\}|[^:"$])*)(:)'.repeat(4)}`,
  name: 'meta.arn.iam-policy',
  captures: Object.fromEntries(
    ['keyword.other.arn', ...arnParts].flatMap((name, i): [number, Rule][] => [
      [2 * i + 1, { name: `${name}.iam-policy`, patterns: include('#interpolation', '#wildcard') }],
      [2 * i + 2, { name: 'punctuation.separator.arn.iam-policy' }],
    ]),
  ),
};

const conditionKey = scopes(
  'string.quoted.double.hcl',
  'entity.name.type.service.iam-policy',
  'punctuation.separator.condition-key.iam-policy',
  'variable.other.property.condition-key.iam-policy',
  'string.quoted.double.hcl',
  assignment,
);

const repository: Readonly<Record<string, Rule>> = {
  effect: argument('effect|Effect', '#effect-string', '#effect-string'),
  'effect-string': string('#effect-name'),
  action: argument('(?:not_)?actions|(?:Not)?Action', '#action-list', '#action-string'),
  'action-list': list('#action-string'),
  'action-string': string('#action-name', '#only-wildcard'),
  place: argument(
    '(?:not_)?resources|(?:Not)?Resource|AWS|identifiers|values',
    '#place-list',
    '#place-string',
  ),
  'place-list': list('#place-string'),
  'place-string': string('#arn', '#account', '#service-principal', '#wildcard'),
  principal: argument('Service|Federated', '#principal-list', '#principal-string'),
  'principal-list': list('#principal-string'),
  'principal-string': string('#arn', '#service-principal', '#identity-provider'),
  test: argument('test', '#operator-string', '#operator-string'),
  'operator-string': string('#operator-name'),
  operator: {
    match: `"?(?:\\b(ForAllValues|ForAnyValue)(:))?\\b(${conditionOperators})(IfExists)?\\b"?(?=\\s*[=:]\\s*\\{)`,
    captures: operatorScopes(),
  },
  'operator-name': {
    match: `\\G(?:(ForAllValues|ForAnyValue)(:))?(${conditionOperators})(IfExists)?(?=")`,
    captures: operatorScopes(),
  },
  variable: argument('variable', '#key-string', '#key-string'),
  'key-string': string('#key-name'),
  'key-name': {
    match: '\\G([a-z0-9.-]+)(:)([^"$]+)',
    captures: scopes(
      'entity.name.type.service.iam-policy',
      'punctuation.separator.condition-key.iam-policy',
      'variable.other.property.condition-key.iam-policy',
    ),
  },
  key: value('(")([a-z0-9.-]+)(:)([^"]+)(")\\s*([=:](?![=>]))', conditionKey, '#place-list', '#place-string'),
  'policy-variable': variable,
  interpolation,
  escape: { match: '\\\\[nrt"\\\\]|\\\\u(?:\\h{8}|\\h{4})', name: 'constant.character.escape.hcl' },
  arn,
  'effect-name': texts.effectName,
  'action-name': texts.actionName,
  account: texts.account,
  'service-principal': texts.servicePrincipal,
  'identity-provider': texts.identityProvider,
  wildcard: texts.wildcard,
  'only-wildcard': texts.onlyWildcard,
};

function operatorScopes() {
  return scopes(
    'storage.modifier.set-operator.iam-policy',
    'punctuation.separator.set-operator.iam-policy',
    'keyword.control.condition-operator.iam-policy',
    'storage.modifier.if-exists.iam-policy',
  );
}

/**
 * Colours policies in Terraform: the arguments of `aws_iam_policy_document` and the elements of objects. Strings of
 * other arguments stay strings however much they look like an action or an ARN.
 */
export const terraformGrammar = {
  name: 'IAM policies in Terraform',
  scopeName: 'iam-policy.injection.terraform',
  injectionSelector: 'L:source.hcl -string -comment, L:source.terraform -string -comment',
  patterns: include('#effect', '#action', '#place', '#principal', '#test', '#variable', '#operator', '#key'),
  repository,
};

/**
 * Colours JSON policies in heredocs. Rules of one line only: what is broken in a heredoc must not hide its end.
 */
export const heredocGrammar = {
  name: 'IAM policies in heredocs of Terraform',
  scopeName: 'iam-policy.injection.terraform.heredoc',
  injectionSelector: 'L:string.unquoted.heredoc -meta.interpolation',
  patterns: include('#effect', '#operator', '#action', '#arn', '#service-principal', '#policy-variable'),
  repository: {
    effect: {
      match: '(?<="Effect")\\s*:\\s*"(Allow|Deny)(?=")',
      captures: scopes('constant.language.effect.iam-policy'),
    },
    operator: {
      match: `(?<=")(?:(ForAllValues|ForAnyValue)(:))?(${conditionOperators})(IfExists)?(?="\\s*:\\s*\\{)`,
      captures: operatorScopes(),
    },
    action: {
      ...texts.actionName,
      match: '(?<=")([a-z0-9-]+)(:)([A-Z][\\w*?]*|\\*)(?="(?!\\s*:))',
    },
    arn,
    'service-principal': {
      ...texts.servicePrincipal,
      match: texts.servicePrincipal.match!.replace('\\G', '(?<=")'),
    },
    'policy-variable': variable,
    interpolation,
    wildcard: texts.wildcard,
  } satisfies Readonly<Record<string, Rule>>,
};
