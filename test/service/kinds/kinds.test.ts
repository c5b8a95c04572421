import assert from 'node:assert/strict';
import { describeKind, kindFromShape, openPolicy, readJson } from '../../../server/src/service';

/** The kind that a policy's own words speak for, with the resource where it is clear. */
function shapeOf(statements: readonly object[]): string {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const { kind, resourceType } = kindFromShape(readJson(text, { comments: false }));
  return resourceType === undefined ? kind : `${kind} ${resourceType}`;
}

const everybody = { AWS: 'arn:aws:iam::111122223333:root' };
const statement = (more: object) => ({ Effect: 'Allow', ...more });
const on = (Action: string | string[], Resource?: string | string[]) =>
  statement({ Principal: everybody, Action, ...(Resource !== undefined && { Resource }) });

const shapes: readonly (readonly [wanted: string, statements: readonly object[]])[] = [
  ['identity', [statement({ Action: 's3:GetObject', Resource: '*' })]],
  ['identity', [statement({ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::111122223333:role/app' })]],
  ['trust', [on('sts:AssumeRole')]],
  ['trust', [on(['sts:AssumeRole', 'sts:TagSession'])]],
  [
    'trust',
    [statement({ Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole', Resource: '*' })],
  ],
  ['trust', [statement({ Action: 'sts:AssumeRole' })]],
  ['resource AWS::S3::Bucket', [on('s3:GetObject', 'arn:aws:s3:::b/*')]],
  [
    'resource AWS::S3::Bucket',
    [on('s3:GetObject', 'arn:aws:s3:::b/*'), on('s3:ListBucket', 'arn:aws:s3:::b')],
  ],
  [
    'resource AWS::S3::AccessPoint',
    [on('s3:GetObject', 'arn:aws:s3:us-east-1:111122223333:accesspoint/a/object/*')],
  ],
  ['resource AWS::SQS::Queue', [on('sqs:SendMessage', 'arn:aws:sqs:us-east-1:111122223333:q')]],
  ['resource AWS::SQS::Queue', [on('SQS:*', '*')]],
  [
    'resource AWS::SNS::Topic',
    [on(['SNS:Publish', 'SNS:Subscribe'], 'arn:aws:sns:us-east-1:111122223333:t')],
  ],
  ['resource AWS::KMS::Key', [on('kms:*', '*')]],
  [
    'resource AWS::Lambda::Function',
    [on('lambda:InvokeFunction', 'arn:aws:lambda:us-east-1:111122223333:function:f')],
  ],
  ['resource AWS::ECR::Repository', [on(['ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'])]],
  ['resource AWS::SecretsManager::Secret', [on('secretsmanager:GetSecretValue', '*')]],
  [
    'resource AWS::DynamoDB::Table',
    [on('dynamodb:Query', 'arn:aws:dynamodb:us-east-1:111122223333:table/t')],
  ],
  [
    'resource AWS::EFS::FileSystem',
    [
      on(
        'elasticfilesystem:ClientMount',
        'arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-1',
      ),
    ],
  ],
  ['resource AWS::ApiGateway::RestApi', [on('execute-api:Invoke', 'execute-api:/*')]],
  [
    'resource AWS::Events::EventBus',
    [on('events:PutEvents', 'arn:aws:events:us-east-1:111122223333:event-bus/b')],
  ],
  ['resource', [on('*', '*')]],
  ['resource', [on(['s3:GetObject', 'kms:Decrypt'], '*')]],
  ['resource', [on('s3:GetObject', 'arn:aws:s3:::b/*'), on('sqs:SendMessage', '*')]],
  ['resource', [on('ec2:DescribeInstances', '*')]],
];

describe('kinds of policy', () => {
  for (const [wanted, statements] of shapes) {
    it(`by shape: ${JSON.stringify(statements)} is ${wanted}`, () =>
      assert.equal(shapeOf(statements), wanted));
  }

  const bucket = { Version: '2012-10-17', Statement: [on('s3:GetObject', 'arn:aws:s3:::b/*')] };
  const identity = {
    Version: '2012-10-17',
    Statement: [statement({ Action: 's3:GetObject', Resource: '*' })],
  };
  const names: readonly (readonly [file: string, document: object, wanted: string])[] = [
    ['policy.json', identity, 'identity, guessed'],
    ['app-permissions-policy.json', identity, 'identity'],
    ['inline_policy.json', identity, 'identity'],
    ['developer-permissions-boundary.json', identity, 'boundary'],
    ['PermissionBoundary.json', identity, 'boundary'],
    ['session-policy.json', identity, 'session'],
    ['deny-root.scp.json', identity, 'scp'],
    ['scp-regions.json', identity, 'scp'],
    ['service-control-policy.json', identity, 'scp'],
    ['rcp_confused_deputy.json', identity, 'rcp'],
    ['discp.json', identity, 'identity, guessed'],
    ['assume-role-policy.json', identity, 'trust'],
    ['web-trust-policy.json', identity, 'trust'],
    ['policy.json', bucket, 'resource AWS::S3::Bucket, guessed'],
    ['bucket-policy.json', bucket, 'resource AWS::S3::Bucket'],
    ['s3-vpc-endpoint-policy.json', bucket, 'resource AWS::EC2::VPCEndpoint'],
    ['permissions-policy.json', bucket, 'resource AWS::S3::Bucket, guessed'],
    ['queue-policy.json', identity, 'identity, guessed'],
  ];
  for (const [fileName, document, wanted] of names) {
    it(`by name: ${fileName} with ${document === bucket ? 'principals' : 'none'} is ${wanted}`, () => {
      const opened = openPolicy({ text: JSON.stringify(document), languageId: 'json', fileName });
      const { kind, certain, resourceType } = opened!.kind;
      const type = resourceType === undefined ? '' : ` ${resourceType}`;
      assert.equal(`${kind}${type}${certain ? '' : ', guessed'}`, wanted);
    });
  }

  it('by a setting, with the resource', () => {
    const told = (word: 'resource' | 'resource/kms' | 'session') =>
      openPolicy({ text: '{}', languageId: 'json', fileName: 'a.json', told: word })?.kind;
    assert.deepEqual(told('resource/kms'), {
      kind: 'resource',
      certain: true,
      resourceType: 'AWS::KMS::Key',
    });
    assert.deepEqual(told('resource'), { kind: 'resource', certain: true });
    assert.deepEqual(told('session'), { kind: 'session', certain: true });
  });

  it('in plain words', () => {
    assert.equal(describeKind({ kind: 'trust' }), 'Trust policy: who may assume this role');
    assert.equal(
      describeKind({ kind: 'resource', resourceType: 'AWS::S3::Bucket' }),
      'Resource policy of an S3 bucket: who may use it',
    );
    assert.equal(
      describeKind({ kind: 'resource', resourceType: 'AWS::Unheard::Of' }),
      'Resource policy: who may use this resource',
    );
  });
});
