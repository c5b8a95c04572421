import { include, type Rule, scopes } from './rule';

// What stands between the quotes. `\G` is where the string begins.

const wildcardScope = 'keyword.operator.wildcard.iam-policy';
const service = 'entity.name.type.service.iam-policy';

export const wildcard: Rule = { match: '[*?]', name: wildcardScope };
export const onlyWildcard: Rule = { match: '\\G\\*(?=")', name: wildcardScope };
export const account: Rule = { match: '\\G\\d{12}(?=")', name: 'constant.numeric.account.iam-policy' };
export const effectName: Rule = {
  match: '\\G(?:Allow|Deny)(?=")',
  name: 'constant.language.effect.iam-policy',
};

/** `s3:Get*`, also while it is being typed. */
export const actionName: Rule = {
  name: 'meta.action.iam-policy',
  match: '\\G([\\w*?-]+)(:)([\\w*?]*)(?="|$)',
  captures: {
    1: { name: service, patterns: include('#wildcard') },
    2: { name: 'punctuation.separator.action.iam-policy' },
    3: { name: 'entity.name.function.action.iam-policy', patterns: include('#wildcard') },
  },
};

/** `ec2.amazonaws.com` */
export const servicePrincipal: Rule = {
  name: 'meta.service-principal.iam-policy',
  match: '\\G([a-z0-9_-]+(?:\\.[a-z0-9-]+)*)(\\.(?:amazonaws\\.com(?:\\.cn)?|amazon\\.com))(?=")',
  captures: scopes(service, 'support.type.domain.iam-policy'),
};

/** `accounts.google.com`, `gitlab.example.com/group` */
export const identityProvider: Rule = {
  name: 'support.type.identity-provider.iam-policy',
  match: '\\G(?:[a-z0-9-]+\\.)+[a-z]+(?:/[^"\\\\]*)?(?=")',
};

/** `${aws:username}`, `${aws:PrincipalTag/team, 'none'}`, and the literals `${*}`, `${?}`, `${$}` */
export const variable: Rule = {
  patterns: [
    { match: '\\$\\{[*?$]\\}', name: 'constant.character.escape.iam-policy' },
    {
      name: 'meta.template.expression.iam-policy',
      match: "(\\$\\{)([^},\"'\\s]+)(?:\\s*(,)\\s*('[^'\"]*'))?\\s*(\\})",
      captures: scopes(
        'punctuation.definition.template-expression.begin.iam-policy',
        'variable.other.policy-variable.iam-policy',
        'punctuation.separator.default.iam-policy',
        'string.quoted.single.iam-policy',
        'punctuation.definition.template-expression.end.iam-policy',
      ),
    },
  ],
};

/**
 * `arn:partition:service:region:account:resource`
 *
 * @param inside what may stand in a part
 */
export function arn(...inside: string[]): Rule {
  const part = '((?:\\$\\{[^}"]*\\}|[^:"$\\\\])*)';
  const names = [
    'keyword.other.arn',
    'storage.modifier.partition',
    'entity.name.type.service',
    'variable.parameter.region',
    'constant.numeric.account',
    'variable.other.constant.resource',
  ];
  const captures = names.flatMap((name, i): Rule[] => [
    {
      name: `${name}.iam-policy`,
      ...(i === 0 ? {} : { patterns: include(...inside, 'source.json#stringcontent') }),
    },
    { name: 'punctuation.separator.arn.iam-policy' },
  ]);
  return {
    name: 'meta.arn.iam-policy',
    match: `\\G(arn)(:)${`${part}(:)`.repeat(4)}((?:[^"\\\\]|\\\\.)*)`,
    captures: Object.fromEntries(captures.slice(0, -1).map((capture, i) => [i + 1, capture])),
  };
}
