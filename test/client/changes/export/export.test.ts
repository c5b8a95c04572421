import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RoleSpec } from '../../../../client/src/aws/model';
import type { Action } from '../../../../client/src/changes/action';
import { toCloudFormation } from '../../../../client/src/changes/export/cloudFormation';
import { toDocument } from '../../../../client/src/changes/export/planDocument';
import { toScript } from '../../../../client/src/changes/export/script';
import { hclString, toTerraform } from '../../../../client/src/changes/export/terraform';
import { readWholeRole } from '../../../../client/src/changes/reading';
import { associationsOf } from '../../../../client/src/changes/settle';
import {
  attribute,
  type Block,
  type Expression,
} from '../../../../server/src/service/hosts/terraform/hcl/ast';
import { parseHcl } from '../../../../server/src/service/hosts/terraform/hcl/parse';
import { ec2TrustText, TestAccount, unique } from '../../support/account';
import { instance } from '../../support/fakeConnection';

/** Text that would do something in a shell, a template or a page if it were let. */
const hostile = '$(touch owned) `id` ${var.x} %{if} "q" \'s\' \\ {{resolve:ssm:x}} </pre> ```\n\ttab ünï';
const document = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: ['s3:GetObject'],
      Resource: 'arn:aws:s3:::home/${aws:username}/*',
      Condition: {
        StringEquals: { 'aws:PrincipalTag/x': "it's $(id) %{x}" },
        Bool: { 'aws:SecureTransport': true },
      },
    },
  ],
});
const spec = (name: string, tags: RoleSpec['tags']): RoleSpec => ({
  ...{ name, path: '/team/', description: hostile, trust: ec2TrustText, maxSessionSeconds: 7200 },
  ...{ boundaryArn: 'arn:aws:iam::aws:policy/PowerUserAccess', tags },
});
const actionsFor = (
  name: string,
  target = instance('i-1', hostile),
  tags: RoleSpec['tags'] = { 'a,b=c': hostile },
): Action[] => [
  { kind: 'createRole', spec: spec(name, tags) },
  { kind: 'attachPolicy', roleName: name, policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
  { kind: 'putInlinePolicy', roleName: name, policyName: 'in@line', document },
  { kind: 'createProfile', profileName: name },
  { kind: 'addRole', profileName: name, roleName: name },
  { kind: 'associate', instance: target, from: undefined, to: name, fresh: true },
];
const place = { profile: undefined, region: 'us-east-1' };

describe('a plan as a script of the AWS CLI', function () {
  this.timeout(120_000);
  let account: TestAccount;
  before(async () => {
    account = await TestAccount.open();
  });
  after(() => {
    account.dispose();
  });

  it('makes, run by a shell, exactly what the plan makes', async () => {
    const { connection, endpoint } = account;
    const name = unique('cli');
    // What IAM takes for a tag, with what the CLI's short form would misread.
    const tags = { 'a=b+c': 'x = y: @z' };
    const id = await account.instance('web');
    const actions = actionsFor(name, { ...(await connection.ec2.instance(id))!, name: hostile }, tags);
    const script = toScript(`Give ${hostile} its own role`, actions, place).replace('sleep 15', 'sleep 0');
    const folder = mkdtempSync(join(tmpdir(), 'trustwright-script-'));
    try {
      writeFileSync(join(folder, 'plan.sh'), script);
      // As sh(1) finds it, with nothing of the caller's AWS settings.
      const env = { PATH: process.env.PATH, HOME: folder, AWS_ENDPOINT_URL: endpoint, AWS_PAGER: '' };
      const keys = { AWS_ACCESS_KEY_ID: 'testing', AWS_SECRET_ACCESS_KEY: 'testing' };
      execFileSync('sh', ['plan.sh'], { cwd: folder, env: { ...env, ...keys }, stdio: 'pipe' });
      assert.throws(() => execFileSync('ls', ['owned'], { cwd: folder, stdio: 'pipe' }));
    } finally {
      rmSync(folder, { recursive: true });
    }
    const made = await readWholeRole(name, connection);
    assert.deepEqual(made.spec, spec(name, tags));
    assert.deepEqual(
      made.managed.map(({ arn }) => arn),
      ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
    );
    assert.deepEqual(made.inline, [{ roleName: name, policyName: 'in@line', document }]);
    assert.deepEqual(
      made.profiles.map((profile) => profile.name),
      [name],
    );
    const [association] = await associationsOf(id, connection);
    assert.ok(association?.profileArn.endsWith(`/${name}`));
  });
});

describe('a plan for Terraform', () => {
  const text = toTerraform(actionsFor('web-role'));
  const file = parseHcl(text);
  const block = (type: string) =>
    file.body.items.find((item): item is Block => item.kind === 'block' && item.labels[0]?.text === type)!;
  const value = (type: string, name: string) => plain(attribute(block(type).body, name)?.value);

  /** What an expression says where nothing in it is computed. */
  const plain = (expression: Expression | undefined): unknown => {
    switch (expression?.kind) {
      case 'template':
        return expression.parts
          .map((part) => (part.kind === 'text' ? part.text : assert.fail(part.kind)))
          .join('');
      case 'tuple':
        return expression.items.map(plain);
      case 'object':
        return Object.fromEntries(expression.entries.map((entry) => [plain(entry.key), plain(entry.value)]));
      case 'call':
        return plain(expression.args[0]);
      case 'reference':
        return { reference: expression.text };
      case 'number':
      case 'boolean':
      case 'null':
        return JSON.parse(expression.text) as unknown;
      case 'conditional':
      case 'other':
      case undefined:
        return assert.fail(expression?.kind ?? 'nothing');
    }
  };

  it('is read without a problem', () => {
    assert.deepEqual(file.problems, []);
  });

  it('says what the plan says, with nothing evaluated', () => {
    assert.equal(value('aws_iam_role', 'name'), 'web-role');
    assert.equal(value('aws_iam_role', 'description'), hostile);
    assert.deepEqual(value('aws_iam_role', 'tags'), { 'a,b=c': hostile });
    assert.deepEqual(value('aws_iam_role', 'assume_role_policy'), JSON.parse(ec2TrustText));
    assert.deepEqual(value('aws_iam_role_policy', 'policy'), JSON.parse(document));
    assert.deepEqual(value('aws_iam_role_policy', 'role'), { reference: 'aws_iam_role.web-role.name' });
    assert.deepEqual(value('aws_iam_instance_profile', 'role'), { reference: 'aws_iam_role.web-role.name' });
    assert.match(
      text,
      /# In the resource "aws_instance" of i-1.*\n# +iam_instance_profile = aws_iam_instance_profile\.web-role\.name/,
    );
  });

  it('escapes templates and nothing else', () => {
    assert.equal(hclString('${a} %{b} $c \\ "'), '"$${a} %%{b} $c \\\\ \\""');
  });
});

describe('a plan for CloudFormation', () => {
  const template = JSON.parse(toCloudFormation(actionsFor('web-role'), place)) as {
    Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>;
    Metadata: { AfterDeployment: string[] };
  };

  it('has the role with its policies, and the profile with the role', () => {
    const { Rolewebx2dxrole: role, Profilewebx2dxrole: profile } = template.Resources;
    assert.deepEqual(Object.keys(template.Resources), ['Rolewebx2dxrole', 'Profilewebx2dxrole']);
    assert.equal(role?.Type, 'AWS::IAM::Role');
    assert.deepEqual(role.Properties.AssumeRolePolicyDocument, JSON.parse(ec2TrustText));
    assert.deepEqual(role.Properties.Policies, [
      { PolicyName: 'in@line', PolicyDocument: JSON.parse(document) as unknown },
    ]);
    assert.deepEqual(role.Properties.ManagedPolicyArns, ['arn:aws:iam::aws:policy/ReadOnlyAccess']);
    assert.deepEqual(profile?.Properties, {
      InstanceProfileName: 'web-role',
      Roles: [{ Ref: 'Rolewebx2dxrole' }],
    });
    assert.match(
      template.Metadata.AfterDeployment.join(),
      /associate-iam-instance-profile --instance-id i-1/,
    );
  });

  it('resolves nothing that stands in a description or a tag', () => {
    assert.ok(!JSON.stringify(template).includes('{{resolve:'));
  });
});

describe('a plan to be read', () => {
  it('has the steps, the policies in full and the commands, and no effect of names', () => {
    const text = toDocument(
      'Give web its own role',
      'Account 1',
      actionsFor('web-role'),
      ['Mind *this*.'],
      place,
    );
    assert.match(text, /^# Give web its own role\n\nAccount 1\n\n## Steps\n\n1\. Create role web-role\n/);
    assert.match(text, /## Mind\n\n- Mind \\\*this\\\*\./);
    assert.match(text, /## Inline policy in@line of role web-role\n\n```json\n\{\n {2}"Version"/);
    assert.match(text, /\n````sh\n#!\/bin\/sh\n/, 'a fence longer than the backticks within');
  });
});
