import { conditionOperators } from './injection';
import { include, type Rule, scopes } from './rule';
import { variable, wildcard } from './texts';

// YAML is left to VS Code's own grammar: one rule marks the values of policy elements, and what stands in their strings
// is coloured by rules for that mark. So strings elsewhere stay strings however much they look like an action.

const mark = 'meta.value.iam-policy';
const conditionMark = 'meta.condition.iam-policy';
const service = 'entity.name.type.service.iam-policy';
const begin = '(?<![^\\s"\'\\[,{])';
/** A key ends here. */
const beforeColon = '(?=["\']?[\\t ]*:(?:[\\s,\\[\\]{}]|$))';
const end = '(?=["\'\\s,\\]}]|$)';

/** As in the YAML grammar: the value goes on in lines that stand deeper, or are items. */
const goesOn =
  '\\G(?![?:!"\'0-9A-Za-z$()+./;<=\\\\^_~\\[{\\x{85}\\x{A0}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{010000}-\\x{10FFFF}&&[^\\x{FEFF}]]|-[^\\r\\n\\t ])';

const elements = 'Effect|(?:Not)?Action|(?:Not)?Resource|(?:Not)?Principal';
const separator = 'punctuation.separator.map.value.yaml';

/** A key as YAML may write it, and the scopes of its parts as the YAML grammar has them. */
const writings: readonly (readonly [before: string, kind: string, behind: string])[] = [
  ['', 'unquoted.plain', ''],
  ['"', 'quoted.double', '"'],
  ["'", 'quoted.single', "'"],
];

/** The keys, each with what stands behind it, in block style: to where lines stand no deeper. */
function inBlock(keys: string, name: string): Rule[] {
  return writings.map(([before, kind, behind]) => ({
    name,
    begin: `\\G(${before}(?:${keys})${behind})[\\t ]*(:)(?=[\\r\\n\\t ])`,
    beginCaptures: scopes(`meta.map.key.yaml string.${kind}.yaml entity.name.tag.yaml`, separator),
    while: goesOn,
    patterns: include('source.yaml.1.2#block-node'),
  }));
}

/** The same between braces: to the next comma or the closing one. */
function inFlow(keys: string, name: string): Rule[] {
  return writings.map(([before, kind, behind]) => ({
    name,
    begin: `(?<=[{,\\s])(${before}(?:${keys})${behind})[\\t ]*(:)(?=[\\s,\\[\\]{}"']|$)`,
    beginCaptures: scopes(`meta.flow.map.key.yaml string.${kind}.yaml entity.name.tag.yaml`, separator),
    end: '(?=[,}])',
    patterns: include('source.yaml.1.2#flow-node'),
  }));
}

/** Marks the values of policy elements in block style. */
export const yamlElements = {
  name: 'Elements of IAM policies in YAML',
  scopeName: 'iam-policy.injection.yaml',
  injectionSelector: 'L:source.yaml meta.mapping.yaml -string -comment -meta.map.key -meta.flow',
  patterns: [...inBlock(elements, mark), ...inBlock('Condition', conditionMark)],
};

/** Marks them in statements between braces. */
export const yamlFlowElements = {
  name: 'Elements of IAM policies in YAML between braces',
  scopeName: 'iam-policy.injection.yaml.flow',
  injectionSelector: 'L:source.yaml meta.flow.mapping.yaml -string -comment -meta.flow.map.key',
  patterns: [...inFlow(elements, mark), ...inFlow('Condition', conditionMark)],
};

const part = '((?:\\$\\{[^}"]*\\}|[^:"\'\\s$])*)';

const repository: Readonly<Record<string, Rule>> = {
  wildcard,
  variable,
  'only-wildcard': { match: `${begin}\\*${end}`, name: 'keyword.operator.wildcard.iam-policy' },
  account: { match: `${begin}\\d{12}${end}`, name: 'constant.numeric.account.iam-policy' },
  'effect-name': { match: `${begin}(?:Allow|Deny)${end}`, name: 'constant.language.effect.iam-policy' },
  'service-principal': {
    name: 'meta.service-principal.iam-policy',
    match: `${begin}([a-z0-9_-]+(?:\\.[a-z0-9-]+)*)(\\.(?:amazonaws\\.com(?:\\.cn)?|amazon\\.com))${end}`,
    captures: scopes(service, 'support.type.domain.iam-policy'),
  },
  'action-name': {
    name: 'meta.action.iam-policy',
    match: `${begin}([a-z0-9*?-]+)(:)([\\w*?]*)${end}`,
    captures: {
      1: { name: service, patterns: include('#wildcard') },
      2: { name: 'punctuation.separator.action.iam-policy' },
      3: { name: 'entity.name.function.action.iam-policy', patterns: include('#wildcard') },
    },
  },
  arn: {
    name: 'meta.arn.iam-policy',
    match: `${begin}(arn)(:)${`${part}(:)`.repeat(4)}([^"'\\s,\\]]*)`,
    captures: Object.fromEntries(
      [
        'keyword.other.arn',
        'storage.modifier.partition',
        service.replace('.iam-policy', ''),
        'variable.parameter.region',
        'constant.numeric.account',
        'variable.other.constant.resource',
      ].flatMap((name, i): [number, Rule][] => [
        [2 * i + 1, { name: `${name}.iam-policy`, patterns: include('#variable', '#wildcard') }],
        ...(i < 5 ? [[2 * i + 2, { name: 'punctuation.separator.arn.iam-policy' }] as [number, Rule]] : []),
      ]),
    ),
  },
  operator: {
    match: `${begin}(?:(ForAllValues|ForAnyValue)(:))?(${conditionOperators})(IfExists)?${beforeColon}`,
    captures: scopes(
      'storage.modifier.set-operator.iam-policy',
      'punctuation.separator.set-operator.iam-policy',
      'keyword.control.condition-operator.iam-policy',
      'storage.modifier.if-exists.iam-policy',
    ),
  },
  'condition-key': {
    match: `${begin}([A-Za-z0-9.-]+)(:)([^"':/\\s]+)(?:(/)([^"'\\s]*?))?${beforeColon}`,
    captures: scopes(
      service,
      'punctuation.separator.condition-key.iam-policy',
      'variable.other.property.condition-key.iam-policy',
      'punctuation.separator.condition-key.iam-policy',
      'variable.other.constant.tag-key.iam-policy',
    ),
  },
};

/** Colours actions, ARNs, services and accounts in the values that are marked. */
export const yamlValues = {
  name: 'Values of IAM policies in YAML',
  scopeName: 'iam-policy.injection.yaml.values',
  injectionSelector: `L:${mark} string -entity.name.tag -comment`,
  patterns: include(
    '#effect-name',
    '#arn',
    '#service-principal',
    '#action-name',
    '#account',
    '#only-wildcard',
  ),
  repository,
};

/** Colours operators, keys and what is compared in conditions. */
export const yamlConditions = {
  name: 'Conditions of IAM policies in YAML',
  scopeName: 'iam-policy.injection.yaml.conditions',
  injectionSelector: `L:${conditionMark} string -comment`,
  patterns: include('#operator', '#condition-key', '#arn', '#service-principal', '#account'),
  repository,
};
