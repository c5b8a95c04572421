import assert from 'node:assert/strict';
import type { TrustEvaluation } from '../../../server/src/protocol/trustEvaluation';
import { type Denial, explainDenial } from '../../../client/src/sessions/denial';

const roleArn = 'arn:aws:iam::123456789012:role/R';
const me = 'arn:aws:iam::123456789012:user/me';
const statement = { sid: 'Partner', index: 1, text: '{ "Effect": "Allow" }' };
const evaluation = (changed: Partial<TrustEvaluation>): TrustEvaluation => ({
  answer: 'no',
  because: 'principal',
  statements: [],
  conditions: [],
  needsOwnPermission: false,
  ...changed,
});
const condition = (key: string, values = '"x"') => ({ operator: 'StringEquals', key, values });

interface Case {
  readonly trust?: Partial<TrustEvaluation>;
  readonly said?: string;
  readonly identityArn?: string;
  readonly action?: string;
  readonly side: Denial['side'];
  readonly why: RegExp;
}

const cases: Record<string, Case> = {
  'nobody is named': { trust: {}, side: 'trust', why: /no statement of it names you \(user\/me\)/ },
  'a statement denies': {
    trust: { because: 'denied', statements: [statement] },
    side: 'trust',
    why: /statement 2 \(Partner\) denies you/,
  },
  'another action is allowed': {
    trust: { because: 'action', statements: [{ ...statement, sid: undefined as never }] },
    side: 'trust',
    why: /statement 2 names you.*does not allow sts:AssumeRole/,
  },
  'the external id is not given': {
    trust: { because: 'condition', statements: [statement], conditions: [condition('sts:ExternalId')] },
    side: 'trust',
    why: /the external ID it asks for \(StringEquals sts:ExternalId "x"\) is not met/,
  },
  'tags may not be passed': {
    trust: { because: 'action', statements: [statement] },
    action: 'TagSession',
    side: 'trust',
    why: /does not allow sts:TagSession/,
  },
  'the account decides': {
    trust: { answer: 'yes', because: 'allowed', statements: [statement], needsOwnPermission: true },
    side: 'caller',
    why: /your own permissions must include sts:AssumeRole on arn:aws:iam::123456789012:role\/R/,
  },
  'the caller is of another account': {
    trust: { answer: 'yes', because: 'allowed', statements: [statement] },
    identityArn: 'arn:aws:iam::210987654321:user/me',
    side: 'caller',
    why: /your own permissions must include/,
  },
  'the caller is named': {
    trust: { answer: 'yes', because: 'allowed', statements: [statement] },
    side: 'caller',
    why: /a Deny, a permissions boundary or a service control policy/,
  },
  'MFA cannot be known': {
    trust: {
      answer: 'depends',
      because: 'open',
      statements: [statement],
      conditions: [condition('aws:MultiFactorAuthPresent', '"true"')],
    },
    side: 'unknown',
    why: /statement 2 \(Partner\) asks for the MFA it asks for .*only AWS can check/,
  },
  'the policy is broken': {
    trust: { answer: 'depends', because: 'unreadable' },
    side: 'unknown',
    why: /cannot be read/,
  },
  'the policy is not known': { side: 'unknown', why: /does not say which side refused/ },
  'AWS says it itself': {
    trust: {},
    said: 'User: x is not authorized to perform: sts:AssumeRole on resource: y because no identity-based policy allows the sts:AssumeRole action',
    side: 'caller',
    why: /no identity-based policy of yours allows/,
  },
  'AWS says that a service control policy denies': {
    said: 'not authorized to perform: sts:AssumeRole with an explicit deny in a service control policy: arn',
    side: 'caller',
    why: /your service control policy denies it/,
  },
};

describe('telling which side of AssumeRole refused', () => {
  for (const [when, { trust, said = 'Access denied', identityArn = me, action, side, why }] of Object.entries(
    cases,
  )) {
    it(`when ${when}`, () => {
      const denial = explainDenial({
        identityArn,
        roleArn,
        said,
        trust: trust === undefined ? undefined : evaluation(trust),
        ...(action === undefined ? {} : { action }),
      });
      assert.equal(denial.side, side);
      assert.match(denial.why, why);
      if (trust?.statements !== undefined) assert.equal(denial.statement, statement.text);
    });
  }
});
