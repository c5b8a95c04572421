import type { Action, Catalog } from '../../catalog/catalog';
import type { Meaning } from '../../checks/actionLookup';
import type { ActionPattern } from '../../model/action';
import type { PolicyKind } from '../../../protocol/settings';
import { gerund, listOfWords, plural, wordsOf } from './words';

/** Something that can be done. */
export interface Deed {
  /** As verbs, in their plain form, of an object; without verbs the object says all. */
  readonly verbs: readonly string[];
  readonly object: string;
}

/** What turns actions into words. */
export interface ActionWords {
  readonly kind: PolicyKind;
  readonly catalog: Catalog;
  readonly meaningOf: (pattern: ActionPattern) => Meaning;
}

const most = 3;

/** `reading and writing objects, listing buckets and 2 more`; as what somebody is let do: `read and write objects`. */
export function deedsInWords(deeds: readonly Deed[], form: 'gerund' | 'plain'): string {
  const phrases = joined(deeds).map(({ verbs, object }) => {
    if (verbs.length === 0) return form === 'plain' ? `do ${object}` : object;
    const said = verbs.map((verb) => (form === 'gerund' ? gerund(verb) : verb));
    return [listOfWords(said, verbs.length), object].filter(Boolean).join(' ');
  });
  return listOfWords([...new Set(phrases)], most);
}

/** Deeds with the same object are told together. */
function joined(deeds: readonly Deed[]): Deed[] {
  const byObject = new Map<string, string[]>();
  for (const { verbs, object } of deeds) {
    const known = byObject.get(object) ?? [];
    byObject.set(object, [...known, ...verbs.filter((verb) => !known.includes(verb))]);
  }
  return [...byObject].map(([object, verbs]) => ({ verbs, object }));
}

/** What an action, or a pattern of actions, does. */
export function deedsOf(pattern: ActionPattern, words: ActionWords): Deed[] {
  if (words.kind === 'trust') return [ofTrust(pattern)];
  if (pattern.isEverything) return [{ verbs: [], object: 'everything' }];
  const { service, actions = [] } = words.meaningOf(pattern);
  if (!service || actions.length === 0) return [{ verbs: [], object: pattern.text }];
  const name = words.catalog.serviceName(service.prefix) ?? service.prefix;
  if (/^\*+$/.test(pattern.name)) return [{ verbs: [], object: `everything in ${name}` }];
  if (actions.length <= 2) return actions.map((action) => deedOf(service.prefix, action));
  const written = pattern.text.slice(pattern.text.indexOf(':') + 1);
  const verb = /^([A-Z][a-z]+)\*$/.exec(written)?.[1];
  if (verb !== undefined && actions.every((action) => wordsOf(action.name)[0] === verb.toLowerCase()))
    return [{ verbs: [verbFor(verb.toLowerCase(), actions[0]!)], object: `anything in ${name}` }];
  return [{ verbs: [], object: `${actions.length} actions of ${name} (${pattern.text})` }];
}

const assumed: Readonly<Record<string, Deed>> = {
  tagsession: { verbs: ['tag'], object: 'the session' },
  setsourceidentity: { verbs: ['name'], object: 'the source identity' },
  setcontext: { verbs: ['set'], object: 'the context' },
};

/** A trust policy is about its own role. */
function ofTrust({ name }: ActionPattern): Deed {
  return assumed[name] ?? { verbs: ['assume'], object: 'the role' };
}

const wellKnown: Readonly<Record<string, Deed>> = {
  'ec2:RunInstances': { verbs: ['launch'], object: 'instances' },
  'execute-api:Invoke': { verbs: ['call'], object: 'APIs' },
};

function deedOf(prefix: string, action: Action): Deed {
  const known = wellKnown[`${prefix}:${action.name}`];
  if (known) return known;
  const [first = '', ...others] = wordsOf(action.name);
  const isPrefixed = (first === 'batch' || first === 'admin') && others.length > 0;
  const [verb = '', ...nouns] = isPrefixed ? others : [first, ...others];
  if (!isVerb(verb)) return { verbs: [], object: `${prefix}:${action.name}` };
  const noun = [...nouns.slice(0, -1), plural(nouns.at(-1) ?? '')].join(' ');
  const object = isPrefixed && first === 'batch' ? `${noun} in batches` : noun;
  return { verbs: [verbFor(verb, action)], object };
}

/** Words that people use for what AWS calls otherwise. */
const verbs: Readonly<Record<string, string>> = {
  describe: 'view',
  put: 'write',
  backup: 'back up',
  checkout: 'check out',
  failover: 'fail over',
  logout: 'log out',
  lookup: 'look up',
  rollback: 'roll back',
  setup: 'set up',
  shutdown: 'shut down',
  switchover: 'switch over',
};

function verbFor(verb: string, { accessLevels }: Action): string {
  if (verb === 'get')
    return accessLevels.some((level) => level === 'Read' || level === 'List') ? 'read' : 'get';
  return verbs[verb] ?? verb;
}

/** First words of actions that are no verbs. */
const notVerbs = new Set(
  (
    'agentic application carrier client connector contains conversation convers cross dashboards db describelabel ' +
    'directory domain double driver event external forgot gateway git global info insight is key latest left ' +
    'managed member middle object partially parti personalization questionnaire quick remote replication right ring ' +
    'sso supported triple un'
  ).split(' '),
);

function isVerb(word: string): boolean {
  return /^[a-z]/.test(word) && !notVerbs.has(word);
}
