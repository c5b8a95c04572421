import type { DecidingCondition, TrustEvaluation } from '../../../server/src/protocol/trustEvaluation';
import { accountInArn, nameInArn } from '../aws/model';
import { shortIdentity } from './explanation';

/** Which side of AssumeRole most likely refused. */
export interface Denial {
  readonly side: 'caller' | 'trust' | 'unknown';
  /** Sentences: who refused, why, what to do. */
  readonly why: string;
  /** The statement that decides, as written. */
  readonly statement?: string;
}

export interface DenialParts {
  readonly identityArn: string | undefined;
  readonly roleArn: string;
  /** AWS's own words. */
  readonly said: string;
  /** What the trust policy says; undefined where it could not be read. */
  readonly trust: TrustEvaluation | undefined;
  /** The action the trust policy was asked about. */
  readonly action?: string;
}

/** Tells from AWS's words, where they say it, and else from the trust policy which side refused. */
export const explainDenial = (parts: DenialParts): Denial => {
  const named = sideInWords(parts.said);
  if (named !== undefined) return { side: 'caller', why: named };
  const { trust } = parts;
  if (trust === undefined || trust.because === 'unreadable') return notKnown(parts);
  const statement = trust.statements[0]?.text;
  const shown = statement === undefined ? {} : { statement };
  if (trust.answer === 'no') return { side: 'trust', why: refusal(parts, trust), ...shown };
  if (trust.answer === 'yes') return { side: 'caller', why: ownSide(parts, trust), ...shown };
  return { side: 'unknown', why: open(trust), ...shown };
};

/** Newer denials of AWS name the policy that refused; all of these are on the caller's side. */
const sideInWords = (said: string): string | undefined => {
  const kind =
    /(?:because no|with an explicit deny in an?) ([\w -]*?(?:identity-based|service control|boundary|session)[\w -]*polic(?:y|ies))/i.exec(
      said,
    )?.[1];
  if (kind === undefined) return undefined;
  const denies = /explicit deny/i.test(said);
  return `AWS says it is your own side: ${denies ? `your ${kind} denies it` : `no ${kind} of yours allows sts:AssumeRole on this role`}. Ask whoever manages your permissions.`;
};

const refusal = ({ identityArn, roleArn, action }: DenialParts, trust: TrustEvaluation): string => {
  const role = nameInArn(roleArn);
  const you = identityArn === undefined ? 'you' : `you (${shortIdentity(identityArn)})`;
  const what = action === undefined || action === 'AssumeRole' ? '' : `sts:${action} of `;
  const where = trust.statements[0] === undefined ? 'a statement' : statementName(trust.statements[0]);
  switch (trust.because) {
    case 'denied':
      return `The role’s trust policy refuses: ${where} denies ${what}${you}.`;
    case 'action':
      return `The role’s trust policy refuses: ${where} names ${you}, but does not allow sts:${action ?? 'AssumeRole'}.`;
    case 'condition':
      return `The role’s trust policy refuses: ${where} names ${you}, but ${conditionsWords(trust.conditions)} not met.`;
    case 'principal':
    case 'allowed':
    case 'open':
    case 'unreadable':
      return `The role’s trust policy refuses: no statement of it names ${you}. Somebody who may edit role ${role} must add you.`;
  }
};

const ownSide = ({ identityArn, roleArn }: DenialParts, { needsOwnPermission }: TrustEvaluation): string => {
  const foreign = identityArn !== undefined && accountInArn(identityArn) !== accountInArn(roleArn);
  if (needsOwnPermission || foreign)
    return `Most likely your own side refuses: the trust policy lets your account decide, so your own permissions must include sts:AssumeRole on ${roleArn}.`;
  return 'Most likely your own side refuses: the trust policy names you, so a Deny, a permissions boundary or a service control policy on your side stands in the way.';
};

const open = ({ conditions, statements }: TrustEvaluation): string =>
  conditions.length === 0
    ? 'It cannot be told from here which side refused.'
    : `Perhaps the role’s trust policy refuses: ${statements[0] === undefined ? 'a statement' : statementName(statements[0])} asks for ${conditionsWords(conditions, false)}, which only AWS can check. Else your own permissions lack sts:AssumeRole on this role.`;

const notKnown = ({ roleArn }: DenialParts): Denial => ({
  side: 'unknown',
  why:
    `AWS does not say which side refused, and the trust policy of ${nameInArn(roleArn)} cannot be read from here. ` +
    'Check that your own permissions include sts:AssumeRole on the role, and that its trust policy names you and its conditions, such as an external ID or MFA, are met.',
});

const statementName = ({ sid, index }: { readonly sid?: string; readonly index: number }): string =>
  sid === undefined ? `statement ${index + 1}` : `statement ${index + 1} (${sid})`;

const conditionsWords = (conditions: readonly DecidingCondition[], withVerb = true): string => {
  const said = conditions.map(conditionWords);
  if (said.length === 0) return withVerb ? 'a condition of it is' : 'more than is known here';
  return said.join(' and ') + (withVerb ? (said.length === 1 ? ' is' : ' are') : '');
};

const conditionWords = ({ operator, key, values }: DecidingCondition): string => {
  const known: Readonly<Record<string, string>> = {
    'sts:externalid': 'the external ID it asks for',
    'aws:multifactorauthpresent': 'the MFA it asks for',
    'aws:multifactorauthage': 'the recent MFA it asks for',
  };
  const words = known[key.toLowerCase()] ?? 'its condition';
  return `${words} (${operator} ${key} ${values})`;
};
