import assert from 'node:assert/strict';
import { documentLinks } from '../../../server/src/service';
import { testCatalog } from '../../support/catalog';
import { policyIn, textAt, withStatement } from '../../support/policy';

const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';
const reference = /service-authorization\/latest\/reference\/list_/;

/** What stands in the statement, which part of it is a link, and where it leads. */
type Row = readonly [inside: string, part: string | undefined, target?: string | RegExp];

const rows: readonly Row[] = [
  ['"Action": "sqs:SendMessage"', 'sqs', /API_SendMessage/],
  ['"Action": "sqs:Send*"', 'sqs', reference],
  ['"Action": "*"', undefined],
  ['"Action": "nosuch:GetThing"', undefined],
  ['"Condition": { "IpAddress": { "aws:SourceIp": "::/0" } }', 'aws', `${guide}#condition-keys-sourceip`],
  [
    '"Condition": { "StringLike": { "aws:ResourceTag/team": "a" } }',
    'aws',
    `${guide}#condition-keys-resourcetag`,
  ],
  ['"Condition": { "StringLike": { "s3:prefix": "a" } }', 's3', reference],
  ['"Condition": { "StringLike": { "example.com:sub": "a" } }', undefined],
  [
    '"Condition": { "ArnEquals": { "iam:PolicyARN": "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess" } }',
    'ViewOnlyAccess',
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ViewOnlyAccess.html',
  ],
  ['"Resource": "arn:aws:iam::111122223333:policy/Mine"', undefined],
  [
    '"Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }',
    'token.actions.githubusercontent.com',
    'https://token.actions.githubusercontent.com/.well-known/openid-configuration',
  ],
  [
    '"Principal": { "Federated": "gitlab.example.com/group" }',
    'gitlab.example.com/group',
    /^https:\/\/gitlab\.example\.com\/group\//,
  ],
  ['"Principal": { "Federated": "arn:aws:iam::111122223333:saml-provider/x" }', undefined],
];

describe('document links', () => {
  for (const [inside, part, target] of rows)
    it(`${inside}: ${part ?? 'none'}`, () => {
      const text = withStatement(inside);
      const links = documentLinks(policyIn(text).policy, testCatalog());
      const link = links.find(({ range }) => textAt(text, range) === part);
      if (part === undefined || target === undefined) return assert.deepEqual(links, []);
      assert.ok(link, JSON.stringify(links));
      if (typeof target === 'string') assert.equal(link.target, target);
      else assert.match(link.target, target);
      assert.match(link.target, /^https:\/\//);
      assert.notEqual(link.tooltip, '');
    });
});
