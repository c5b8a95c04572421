import { checkAccepted, completionsAt } from '../../../support/checkCompletion';

const lines = (policy: object) => JSON.stringify(policy, undefined, 2);

/** Policies without findings, between them with everything that a policy can hold. */
const samples: Readonly<Record<string, string>> = {
  permissions: lines({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'One',
        Effect: 'Allow',
        Action: ['s3:GetObject', 'ec2:RunInstances'],
        Resource: ['arn:aws:s3:::b/${aws:username}/*', 'arn:aws:ec2:*::image/ami-1'],
        Condition: {
          StringLike: { 'aws:ResourceTag/team': ['a*', 'b'] },
          IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
          Bool: { 'aws:SecureTransport': 'true' },
        },
      },
      { Effect: 'Deny', NotAction: 'iam:*', NotResource: '*' },
    ],
  }),
  'trust on one line': JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { Service: 'ec2.amazonaws.com', AWS: ['arn:aws:iam::111122223333:root'] },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': 'x' } },
    },
  }),
  'trust in a provider': lines({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: {
          Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
        },
        Action: ['sts:AssumeRoleWithWebIdentity'],
        Condition: { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } },
      },
    ],
  }),
  'bucket policy': lines({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }],
  }),
};

/** Accepts everything that is offered, at places where something else is offered than at those before. */
function acceptAll(known: Set<string>, text: string, offset: number): void {
  const { items } = completionsAt(text, offset);
  const list = items.map(({ suggestion, besides }) => `${suggestion.label} ${besides.length}`).join();
  if (known.has(list)) return;
  known.add(list);
  for (const completion of items) checkAccepted(text, completion);
}

/** Accepts some of what is offered at a place: the first of each kind, and every so many of the others. */
function acceptSome(text: string, offset: number, most: number): void {
  const counts = new Map<string, number>();
  completionsAt(text, offset).items.forEach((completion, index) => {
    const { kind } = completion.suggestion;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count <= most || (index + offset) % 211 === 0) checkAccepted(text, completion);
  });
}

describe('completion at every place', () => {
  for (const [name, text] of Object.entries(samples)) {
    it(`${name}: nothing of any list is an error`, () => {
      const known = new Set<string>();
      for (let offset = 0; offset <= text.length; offset++) acceptAll(known, text, offset);
    });
    it(`${name}, broken off: nothing of any list makes it worse`, () => {
      const known = new Set<string>();
      for (let end = 0; end < text.length; end++) acceptAll(known, text.slice(0, end), end);
    });
    it(`${name}: what is accepted is no error`, () => {
      for (let offset = 0; offset <= text.length; offset++) acceptSome(text, offset, 1);
    });
    it(`${name}, broken off: what is accepted makes it no worse`, () => {
      for (let end = 0; end < text.length; end += 2) acceptSome(text.slice(0, end), end, 2);
    });
    it(`${name}, with a mark missing: what is accepted makes it no worse`, () => {
      for (let at = 0; at < text.length; at++) {
        if (!/[,:"]/.test(text[at]!)) continue;
        const broken = text.slice(0, at) + text.slice(at + 1);
        acceptSome(broken, at, 1);
        acceptSome(broken, Math.min(at + 1, broken.length), 1);
      }
    });
  }
});
