import type { Instance, InstanceProfile, Role } from '../aws/model';

/**
 * What a person searches for: words that must all be found, and fields such as `state:running` or `tag:env=prod`.
 * Capital letters do not matter.
 */
export interface Filter {
  readonly words: readonly string[];
  readonly fields: readonly (readonly [name: FieldName, value: string])[];
}

const fieldNames = ['state', 'tag', 'role', 'profile', 'region', 'path', 'is'] as const;
type FieldName = (typeof fieldNames)[number];

export const readFilter = (text: string): Filter => {
  const parts = text.toLowerCase().match(/(?:[a-z]+:)?"[^"]*"|\S+/g) ?? [];
  const words: string[] = [];
  const fields: [FieldName, string][] = [];
  for (const part of parts) {
    const [, name, value = ''] = /^([a-z]+):(.*)$/.exec(part) ?? [];
    if (name !== undefined && isField(name)) fields.push([name, unquoted(value)]);
    else words.push(unquoted(part));
  }
  return { words, fields };
};

const isField = (name: string): name is FieldName => (fieldNames as readonly string[]).includes(name);
const unquoted = (text: string): string => text.replace(/^"(.*)"$/, '$1');

export const isEmpty = ({ words, fields }: Filter): boolean => words.length === 0 && fields.length === 0;

/** What is known of an instance besides itself. */
export interface InstanceFacts {
  readonly roleName: string | undefined;
  readonly profileName: string | undefined;
  readonly hasProblem: boolean;
  readonly isFavourite: boolean;
}

export const matchesInstance = (filter: Filter, instance: Instance, facts: InstanceFacts): boolean => {
  const { id, name = '', tags = {}, privateIp = '', region, state } = instance;
  const { roleName = '', profileName = '' } = facts;
  const tagTexts = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  return (
    hasWords(filter, [id, name, privateIp, roleName, profileName, ...tagTexts]) &&
    filter.fields.every(([field, value]) => {
      switch (field) {
        case 'state':
          return state.startsWith(value);
        case 'tag':
          return Object.entries(tags).some(([key, said]) => matchesTag(value, key, said));
        case 'role':
          return value === 'none' ? roleName === '' : has(roleName, value);
        case 'profile':
          return value === 'none' ? profileName === '' : has(profileName, value);
        case 'region':
          return has(region, value);
        case 'path':
          return false;
        case 'is':
          return isSo(value, { problem: facts.hasProblem, favourite: facts.isFavourite });
      }
    })
  );
};

export const matchesRole = (
  filter: Filter,
  { name, path, description = '' }: Role,
  facts: { readonly trusts: readonly string[]; readonly isFavourite: boolean },
): boolean =>
  hasWords(filter, [name, path, description, ...facts.trusts]) &&
  filter.fields.every(([field, value]) => {
    if (field === 'path') return has(path, value);
    if (field === 'role') return has(name, value);
    return field === 'is' && isSo(value, { problem: false, favourite: facts.isFavourite });
  });

export const matchesProfile = (
  filter: Filter,
  { name, path, roles }: InstanceProfile,
  facts: { readonly isFavourite: boolean },
): boolean => {
  const roleName = roles[0]?.name ?? '';
  return (
    hasWords(filter, [name, path, roleName]) &&
    filter.fields.every(([field, value]) => {
      if (field === 'path') return has(path, value);
      if (field === 'profile') return has(name, value);
      if (field === 'role') return value === 'none' ? roleName === '' : has(roleName, value);
      return field === 'is' && isSo(value, { problem: roleName === '', favourite: facts.isFavourite });
    })
  );
};

const hasWords = ({ words }: Filter, texts: readonly string[]): boolean =>
  words.every((word) => texts.some((text) => has(text, word)));

const has = (text: string, part: string): boolean => text.toLowerCase().includes(part);

const matchesTag = (wanted: string, key: string, value: string): boolean => {
  const at = wanted.indexOf('=');
  if (at < 0)
    return key.toLowerCase() === wanted || (wanted.length > 0 && key.toLowerCase().startsWith(wanted));
  return key.toLowerCase() === wanted.slice(0, at) && has(value, wanted.slice(at + 1));
};

const isSo = (word: string, states: Readonly<Record<string, boolean>>): boolean =>
  Object.entries(states).some(([name, holds]) => holds && word !== '' && name.startsWith(word));
