import assert from 'node:assert/strict';
import { openPolicy } from '../../../../server/src/service';
import { findingsOf } from '../../../support/checkFindings';
import { apply, completionsAt, testCompletions } from '../../../support/checkCompletion';

const ec2 = (statements: string) => `{\n\t"Version": "2012-10-17",\n\t"Statement": ${statements}\n}`;
const ec2Statement =
  '{\n\t\t\t"Effect": "Allow",\n\t\t\t"Principal": { "Service": "ec2.amazonaws.com" },\n\t\t\t"Action": "sts:AssumeRole"\n\t\t}';
const forEc2 = 'Trust policy for EC2';
const templates = [
  forEc2,
  'Trust policy for Lambda',
  'Trust policy for a service',
  'Trust policy for an account',
  'Trust policy for GitHub (OIDC)',
  'Trust policy for IAM Roles Anywhere',
  'Trust policy for OIDC',
  'Trust policy for SAML',
  'Permission policy',
  'RunInstances with one AMI',
];

testCompletions('templates', [
  ['in an empty text', '$0', { exactly: templates, first: [forEc2] }],
  ['in blanks', '\n\n  $0\n', { exactly: templates }],
  ['in half a word', 'tru$0', { accept: [forEc2, ec2(`[\n\t\t${ec2Statement}\n\t]`)] }],
  [
    'in an object with nothing in it',
    '{$0}',
    { includes: templates, accept: [forEc2, ec2(`[\n\t\t${ec2Statement}\n\t]`)] },
  ],
  [
    'in an object on lines of its own',
    '{\n\t$0\n}',
    { accept: [forEc2, ec2(`[\n\t\t${ec2Statement}\n\t]`)] },
  ],
  ['not beside other keys', '{ "Version": "2012-10-17", $0 }', { excludes: templates }],
  [
    'only trust policies where the name says so',
    '$0',
    { exactly: templates.slice(0, 8) },
    { fileName: 'trust-policy.json' },
  ],
  [
    'only permissions where the name says so',
    '$0',
    { exactly: templates.slice(8) },
    { fileName: 'session-policy.iampolicy' },
  ],
  ['none for a service control policy', '$0', { exactly: [] }, { fileName: 'my-scp.iampolicy' }],
  [
    'statements',
    '{ "Version": "2012-10-17", "Statement": [$0] }',
    { first: ['Statement'], includes: [forEc2] },
  ],
  [
    'a statement that is no list',
    '{ "Version": "2012-10-17", "Statement": $0 }',
    { includes: [forEc2, 'Statement'] },
  ],
  [
    'a statement of the kind',
    '{ "Version": "2012-10-17", "Statement": [\n\t$0\n] }',
    {
      accept: [
        'Statement',
        '{ "Version": "2012-10-17", "Statement": [\n\t{\n\t\t"Effect": "Allow",\n\t\t"Principal": { "Service": "" },\n\t\t"Action": "sts:AssumeRole"\n\t}\n] }',
      ],
    },
    { fileName: 'trust-policy.json' },
  ],
  [
    'a second statement',
    '{ "Version": "2012-10-17", "Statement": [\n\t{ "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" },\n\t$0\n] }',
    { includes: ['Statement', 'Trust policy for Lambda'], excludes: ['Permission policy'] },
  ],
  [
    'entries of a statement',
    '{ "Version": "2012-10-17", "Statement": [{\n\t$0\n}] }',
    { includes: [forEc2, 'Effect'] },
  ],
]);

describe('each template', () => {
  for (const label of templates) {
    it(`${label}: nothing to find fault with once its gaps are filled`, () => {
      const found = completionsAt('', 0).items.find(({ suggestion }) => suggestion.label === label);
      assert.ok(found);
      const { written, stops } = apply('', found);
      const file = openPolicy({ text: written, languageId: 'iam-policy', fileName: 'a.iampolicy' });
      assert.ok(file);
      assert.deepEqual(file.policy.problems, []);
      const faults = findingsOf(written, file.kind).filter(
        ({ ranges }) => !stops.some((stop) => ranges.some(({ start, end }) => start <= stop && stop <= end)),
      );
      assert.deepEqual(
        faults.map(({ code, message }) => `${code}: ${message}`),
        [],
        written,
      );
    });
  }
});
