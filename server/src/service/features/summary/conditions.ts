import type { ConditionClause } from '../../model/condition';
import type { PolicyNode } from '../../model/nodes';
import { listOfWords } from './words';

const most = 3;

/** `only from 10.0.0.0/8 and over TLS`, after a comma; empty where nothing is asked. */
export function conditionsInWords(clauses: readonly ConditionClause[], effect: 'Allow' | 'Deny'): string {
  const phrases = clauses.map(phraseOf);
  if (phrases.length === 0) return '';
  return `, ${effect === 'Deny' ? 'but ' : ''}only ${listOfWords(phrases, most, ' conditions')}`;
}

function phraseOf(clause: ConditionClause): string {
  const { operator } = clause;
  const unknown = operator?.ifExists ? ' (or where that is unknown)' : '';
  return `${known(clause) ?? general(clause)}${unknown}`;
}

/** Keys that people ask for most, each with what comes before the value where it must match, and where it must not. */
const usual: Readonly<Record<string, readonly [matches: string, differs: string]>> = {
  'aws:sourceip': ['from', 'from outside'],
  'aws:sourcevpc': ['through', 'not through'],
  'aws:sourcevpce': ['through', 'not through'],
  'aws:sourceaccount': ['for account', 'not for account'],
  'aws:sourcearn': ['on behalf of', 'not on behalf of'],
  'aws:sourceorgid': ['for organization', 'not for organization'],
  'aws:principalorgid': ['from organization', 'from outside organization'],
  'aws:principalaccount': ['from account', 'from outside account'],
  'aws:principalarn': ['for', 'for others than'],
  'aws:username': ['for user', 'for users other than'],
  'aws:requestedregion': ['in', 'outside'],
  'aws:calledvia': ['through', 'not through'],
  'aws:viaawsservice': ['through an AWS service', 'not through an AWS service'],
  'sts:externalid': ['with external id', 'with an external id other than'],
  'sts:rolesessionname': ['for sessions named', 'for sessions not named'],
};

const ofBooleans: Readonly<Record<string, readonly [ifTrue: string, ifFalse: string]>> = {
  'aws:securetransport': ['over TLS', 'without TLS'],
  'aws:multifactorauthpresent': ['with MFA', 'without MFA'],
  'aws:principalisawsservice': ['for AWS services', 'for others than AWS services'],
  'aws:viaawsservice': ['through an AWS service', 'not through an AWS service'],
};

function known({ operator, lowerKey, values }: ConditionClause): string | undefined {
  if (!operator || operator.family === 'Null') return undefined;
  const boolean = ofBooleans[lowerKey];
  if (operator.family === 'Bool') {
    const [value] = values;
    if (!boolean || values.length !== 1 || !value || !('text' in value)) return undefined;
    return boolean[value.text.toLowerCase() === 'true' ? 0 : 1];
  }
  const phrase = usual[lowerKey];
  if (!phrase || /LessThan|GreaterThan/.test(operator.name)) return undefined;
  return `${phrase[operator.negated ? 1 : 0]} ${alternatives(values)}`;
}

const comparisons: Readonly<Record<string, string>> = {
  NumericLessThan: 'is less than',
  NumericLessThanEquals: 'is at most',
  NumericGreaterThan: 'is more than',
  NumericGreaterThanEquals: 'is at least',
  DateLessThan: 'is before',
  DateLessThanEquals: 'is not after',
  DateGreaterThan: 'is after',
  DateGreaterThanEquals: 'is not before',
};

function general({ operator, key, values }: ConditionClause): string {
  const what = nameOf(key);
  if (!operator) return `if ${what} fits`;
  if (operator.family === 'Null') return nullInWords(what, values);
  const every = operator.set === 'ForAllValues' ? 'every ' : operator.set === 'ForAnyValue' ? 'some ' : '';
  const verb = comparisons[operator.name] ?? (operator.negated ? 'is not' : 'is');
  return `if ${every}${what} ${verb} ${alternatives(values)}`;
}

function nullInWords(what: string, values: readonly PolicyNode[]): string {
  const [value] = values;
  const isAbsent = value && 'text' in value && value.text === 'true';
  return isAbsent ? `without ${what}` : `with ${what}`;
}

const tagOwners: Readonly<Record<string, string>> = {
  resourcetag: 'the resource’s tag',
  requesttag: 'the new tag',
  principaltag: 'the caller’s tag',
};

/** A tag by whose it is; every other key as it is written. */
function nameOf(key: string): string {
  const [, owner = '', tag = ''] = /^[\w-]+:(\w+)\/(.+)$/.exec(key) ?? [];
  const said = tagOwners[owner.toLowerCase()];
  return said === undefined ? key : `${said} ${tag}`;
}

function alternatives(values: readonly PolicyNode[]): string {
  const texts = values.map((value) => ('text' in value ? value.text || '""' : 'what is filled in later'));
  const rest = texts.length - most;
  if (rest > 0) return `${texts.slice(0, most).join(', ')} or ${rest} more`;
  const last = texts.at(-1) ?? 'nothing';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} or ${last}`;
}
