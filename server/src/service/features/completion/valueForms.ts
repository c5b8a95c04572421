import type { OperatorFamily } from '../../iam/operators';
import { stop } from './snippet';
import type { Template } from './snippet';

/** An address range and a day that mean nothing to anybody (RFC 5737). */
export const exampleRange = '203.0.113.0/24';
export const exampleTime = '2030-01-01T00:00:00Z';

/** How a value looks that only its author knows: what to say of it, and its open text. */
export interface ValueForm {
  readonly text: Template & string;
  readonly detail: string;
}

const organization = { text: `o-${stop(1, 'a1b2c3d4e5')}`, detail: 'Id of an organization' };
const path = {
  text: `o-${stop(1, 'a1b2c3d4e5')}/${stop(2, 'r-ab12')}/${stop(3, 'ou-ab12-11111111')}/*`,
  detail: 'An organizational unit and what is below it; takes ForAnyValue:StringLike',
};
const account = { text: stop(1, '111122223333'), detail: 'Number of an account' };

/** By key, lower case. */
const byKey: Readonly<Record<string, ValueForm>> = {
  'aws:principalorgid': organization,
  'aws:resourceorgid': organization,
  'aws:sourceorgid': organization,
  'aws:principalorgpaths': path,
  'aws:resourceorgpaths': path,
  'aws:sourceorgpaths': path,
  'aws:principalaccount': account,
  'aws:resourceaccount': account,
  'aws:sourceaccount': account,
  'kms:calleraccount': account,
  's3:resourceaccount': account,
  'aws:username': { text: stop(1, 'UserName'), detail: 'Name of an IAM user' },
  'sts:externalid': { text: stop(1, 'external-id'), detail: 'What the other account was told to send' },
  'aws:sourcevpc': { text: `vpc-${stop(1, '0123456789abcdef0')}`, detail: 'Id of a VPC' },
  'aws:sourcevpce': { text: `vpce-${stop(1, '0123456789abcdef0')}`, detail: 'Id of a VPC endpoint' },
  'aws:multifactorauthage': { text: stop(1, '3600'), detail: 'Seconds since the sign-in with MFA' },
  's3:max-keys': { text: stop(1, '100'), detail: 'Keys in one answer, at most' },
  's3:signatureage': { text: stop(1, '600000'), detail: 'Milliseconds since the request was signed' },
};

/** By what an operator compares. */
const byFamily: Partial<Record<OperatorFamily, ValueForm>> = {
  IpAddress: {
    text: stop(1, exampleRange),
    detail: 'A range of addresses (CIDR); one address is a range too',
  },
  Date: { text: stop(1, exampleTime), detail: 'Date and time (ISO 8601), or seconds since 1970' },
};

/** The form of a key's value; undefined where it can be anything. */
export function valueForm(key: string, family: OperatorFamily | undefined): ValueForm | undefined {
  return byKey[key.toLowerCase()] ?? (family && byFamily[family]);
}
