import { type Captures, include, type Rule, scopes } from './rule';

// JSON with rules of ours inside. The scopes are those of VS Code's own JSON grammar, so that themes, brackets
// and folding do not notice the difference; what we have no rule for goes back to that grammar (`source.json`).

const propertyName = 'string.json support.type.property-name.json';
const nameBegin = 'punctuation.support.type.property-name.begin.json';
const nameEnd = 'punctuation.support.type.property-name.end.json';
const colon = 'punctuation.separator.dictionary.key-value.json';

/** A member of an object whose name is one of an expression's; its value is read by the rules. */
export function member(names: string, ...rules: string[]): Rule {
  return memberMatching(
    `((")(?:${names})("))\\s*(:)`,
    scopes(propertyName, nameBegin, nameEnd, colon),
    rules,
  );
}

/**
 * A member of an object whose name is coloured in parts.
 *
 * @param name expression of what is between the quotes
 * @param parts scopes of its groups
 */
export function memberInParts(name: string, parts: readonly string[], ...rules: string[]): Rule {
  const captures = scopes(propertyName, nameBegin, ...parts, nameEnd, colon);
  return memberMatching(`((")${name}("))\\s*(:)`, captures, rules);
}

function memberMatching(begin: string, beginCaptures: Captures, rules: readonly string[]): Rule {
  return {
    name: 'meta.structure.dictionary.value.json',
    begin,
    beginCaptures,
    end: '(,)|(?=\\})',
    endCaptures: scopes('punctuation.separator.dictionary.pair.json'),
    patterns: include(...rules, 'source.json#value'),
  };
}

/** An object; members without a rule are those of any JSON. */
export function object(...rules: string[]): Rule {
  return {
    name: 'meta.structure.dictionary.json',
    begin: '\\{',
    beginCaptures: { 0: { name: 'punctuation.definition.dictionary.begin.json' } },
    end: '\\}',
    endCaptures: { 0: { name: 'punctuation.definition.dictionary.end.json' } },
    patterns: include(...rules, '#other-members'),
  };
}

export function array(item: string): Rule {
  return {
    name: 'meta.structure.array.json',
    begin: '\\[',
    beginCaptures: { 0: { name: 'punctuation.definition.array.begin.json' } },
    end: '\\]',
    endCaptures: { 0: { name: 'punctuation.definition.array.end.json' } },
    patterns: [
      { include: item },
      { match: ',', name: 'punctuation.separator.array.json' },
      { include: 'source.json#value' },
    ],
  };
}

/** A string; one that is not closed ends with its line. */
export function string(...rules: string[]): Rule {
  return {
    name: 'string.quoted.double.json',
    begin: '"',
    beginCaptures: { 0: { name: 'punctuation.definition.string.begin.json' } },
    end: '"|$',
    endCaptures: { 0: { name: 'punctuation.definition.string.end.json' } },
    patterns: include(...rules, 'source.json#stringcontent'),
  };
}

/** The members that the JSON grammar allows in an object, for which it has no name. */
export const otherMembers: Rule = {
  patterns: [
    ...include('source.json#objectkey', 'source.json#comments'),
    memberMatching(':', { 0: { name: colon } }, []),
  ],
};
