import assert from 'node:assert/strict';
import { complete, openDocument, policiesAt } from '../../../../server/src/service';
import { testCatalog } from '../../../support/catalog';
import { apply } from '../../../support/checkCompletion';
import { parseCursor } from '../../../support/cursor';

const role = (policy: string) => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:${policy}
`;

const managed = (statement: string) => `Resources:
  Managed:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
${statement}
`;

interface Wanted {
  readonly includes?: readonly string[];
  readonly excludes?: readonly string[];
  readonly accept?: readonly [label: string, gives: string];
}

function completeAt(source: string, languageId = 'yaml') {
  const { text, offset } = parseCursor(source);
  const document = openDocument({ text, languageId, fileName: 'template.yaml' });
  const [file] = policiesAt(document?.policies ?? [], offset);
  return { text, items: file ? complete(file, offset, text, testCatalog()).items : [] };
}

function check(source: string, { includes = [], excludes = [], accept }: Wanted): void {
  const { text, items } = completeAt(source);
  const labels = items.map(({ suggestion }) => suggestion.label);
  for (const label of includes)
    assert.ok(labels.includes(label), `${label} in ${labels.slice(0, 40).join(' ')}`);
  for (const label of excludes) assert.ok(!labels.includes(label), `${label} is offered`);
  if (!accept) return;
  const chosen = items.find(({ suggestion }) => suggestion.label === accept[0]);
  assert.ok(chosen, `${accept[0]} in ${labels.slice(0, 40).join(' ')}`);
  assert.equal(apply(text, chosen).written, accept[1]);
}

const rows: readonly (readonly [name: string, source: string, wanted: Wanted])[] = [
  [
    'a whole policy behind its property',
    role(' $0'),
    {
      includes: ['Trust policy for EC2'],
      accept: [
        'Trust policy for EC2',
        role(`
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Service: ec2.amazonaws.com
            Action: sts:AssumeRole`),
      ],
    },
  ],
  [
    'a whole policy on the line below its property',
    role('\n        $0'),
    {
      includes: ['Version', 'Statement', 'Trust policy for EC2'],
      accept: ['Version', role('\n        Version: "2012-10-17"')],
    },
  ],
  [
    'elements of a statement',
    managed('          - Effect: Allow\n            $0'),
    { includes: ['Action', 'Resource', 'Condition'], excludes: ['Effect', 'Principal'] },
  ],
  [
    'elements of a new statement',
    managed(
      '          - Effect: Allow\n            Action: s3:Get*\n            Resource: "*"\n          - E$0',
    ),
    {
      includes: ['Effect', 'Action'],
      accept: [
        'Effect',
        managed(
          '          - Effect: Allow\n            Action: s3:Get*\n            Resource: "*"\n          - Effect: Allow',
        ),
      ],
    },
  ],
  [
    'an element with a map below',
    managed('          - Effect: Allow\n            Cond$0'),
    { accept: ['Condition', managed('          - Effect: Allow\n            Condition:\n              ')] },
  ],
  [
    'an effect',
    managed('          - Effect: $0'),
    { includes: ['Allow', 'Deny'], accept: ['Deny', managed('          - Effect: Deny')] },
  ],
  [
    'services and actions behind a key',
    managed('          - Effect: Allow\n            Action: s3:Ge$0'),
    { accept: ['s3:GetObject', managed('          - Effect: Allow\n            Action: s3:GetObject')] },
  ],
  [
    'actions where YAML sees a map',
    managed('          - Effect: Allow\n            Action:\n              - s3:$0'),
    {
      accept: [
        's3:GetObject',
        managed('          - Effect: Allow\n            Action:\n              - s3:GetObject'),
      ],
    },
  ],
  [
    'actions in a list of dashes, less those that are there',
    managed(
      '          - Effect: Allow\n            Action:\n              - s3:GetObject\n              - s3:Get$0',
    ),
    { includes: ['s3:GetObjectAcl'], excludes: ['s3:GetObject'] },
  ],
  [
    'actions in brackets',
    managed(
      '          - Effect: Allow\n            Action: [s3:GetObject, s3:Put$0]\n            Resource: "*"',
    ),
    {
      excludes: ['s3:GetObject'],
      accept: [
        's3:PutObject',
        managed(
          '          - Effect: Allow\n            Action: [s3:GetObject, s3:PutObject]\n            Resource: "*"',
        ),
      ],
    },
  ],
  [
    'quotes that are there',
    managed(`          - Effect: Allow\n            Action: 's3:Ge$0'`),
    { accept: ['s3:GetObject', managed(`          - Effect: Allow\n            Action: 's3:GetObject'`)] },
  ],
  [
    'a star in quotes',
    managed('          - Effect: Allow\n            Action: sts:GetCallerIdentity\n            Resource: $0'),
    {
      accept: [
        '*',
        managed(
          '          - Effect: Allow\n            Action: sts:GetCallerIdentity\n            Resource: "*"',
        ),
      ],
    },
  ],
  [
    'kinds of principal in braces',
    role('\n        Statement:\n          - Effect: Allow\n            Principal: { $0 }'),
    { includes: ['Service', 'AWS', 'Federated'] },
  ],
  [
    'services as principals',
    role(
      '\n        Statement:\n          - Effect: Allow\n            Principal:\n              Service: ec2$0',
    ),
    { includes: ['ec2.amazonaws.com'] },
  ],
  [
    'condition operators, keys and values',
    managed(
      '          - Effect: Allow\n            Action: s3:GetObject\n            Resource: "*"\n            Condition:\n              StringEquals:\n                aws:Res$0',
    ),
    { includes: ['aws:ResourceAccount'] },
  ],
  [
    'nothing outside of policies',
    'Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      $0\n',
    { excludes: ['Version'] },
  ],
];

describe('completion in YAML', () => {
  for (const [name, source, wanted] of rows) it(name, () => check(source, wanted));

  it('keeps variables from Fn::Sub', () => {
    const source = managed(
      '          - Effect: Allow\n            Action: s3:*\n            Resource: !Sub "arn:aws:s3:::b/$0"',
    );
    const { text, items } = completeAt(source);
    const chosen = items.find(({ suggestion }) => suggestion.label.includes('aws:username'));
    if (chosen) assert.match(apply(text, chosen).written, /\$\{!aws:username\}/);
  });
});
