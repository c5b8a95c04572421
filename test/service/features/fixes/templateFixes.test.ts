import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  createPolicyService,
  type Finding,
  type HostDocument,
  languageOfFile,
  type ModuleFacts,
  openDocument,
  templateFixes,
} from '../../../../server/src/service';
import { parseAnnotated } from '../../../support/annotations';
import { testCatalog } from '../../../support/catalog';
import { fixtureCodes, templateFixturesOf } from '../../../support/fixtures';
import { applyEdits } from '../../../support/applyEdits';

const service = createPolicyService({ catalog: testCatalog() });
const open = (text: string, fileName: string) =>
  openDocument({ text, languageId: languageOfFile(fileName), fileName });

/** What each fix makes of the text, by its title. */
function fixed(text: string, fileName: string): Record<string, string> {
  const document = open(text, fileName)!;
  const fixes = service
    .checkTogether(document, text)
    .flatMap((finding) => templateFixes(finding, document, text));
  return Object.fromEntries(fixes.map(({ title, edits }) => [title, applyEdits(text, edits)]));
}

const role = (service: string) => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: ${service} }
            Action: sts:AssumeRole
`;

describe('Fixes between resources', () => {
  it('let the service assume the role', () => {
    const text = (trusted: string) =>
      `${role(trusted)}  Function:\n    Type: AWS::Lambda::Function\n    Properties: { Role: !GetAtt Role.Arn }\n`;
    assert.deepEqual(fixed(text('ec2.amazonaws.com'), 'template.yaml'), {
      'Let lambda.amazonaws.com assume Role': text('[ec2.amazonaws.com, lambda.amazonaws.com]'),
    });
  });

  it('add a statement where no other can take the service', () => {
    const text = (more: string) => `data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:root"]
    }
  }
${more}}

resource "aws_iam_role" "web" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_instance_profile" "web" {
  role = aws_iam_role.web.name
}

resource "aws_instance" "web" {
  iam_instance_profile = aws_iam_instance_profile.web.name
}
`;
    const [result] = Object.values(fixed(text(''), 'main.tf'));
    assert.match(result!, /identifiers = \["ec2\.amazonaws\.com"\]/);
  });

  it('write the profile in place of the role', () => {
    const profile =
      '  Profile:\n    Type: AWS::IAM::InstanceProfile\n    Properties: { Roles: [!Ref Role] }\n';
    const text = (given: string) =>
      `${role('ec2.amazonaws.com')}${profile}  Instance:\n    Type: AWS::EC2::Instance\n    Properties: { IamInstanceProfile: ${given} }\n`;
    const title = 'Write the instance profile Profile';
    assert.deepEqual(fixed(text('!Ref Role'), 'template.yaml'), { [title]: text('!Ref Profile') });
    const arn = (given: string) => `!Sub "arn:aws:iam::\${AWS::AccountId}:${given}"`;
    assert.deepEqual(fixed(text(arn('role/${Role}')), 'template.yaml'), {
      [title]: text(arn('instance-profile/${Profile}')),
    });
    const module = (given: string) => `resource "aws_iam_role" "web" {
  name               = "web"
  assume_role_policy = var.trust
}

resource "aws_iam_instance_profile" "app" {
  name = "app"
  role = aws_iam_role.web.name
}

resource "aws_instance" "web" {
  iam_instance_profile = ${given}
}
`;
    const inModule = 'Write the instance profile aws_iam_instance_profile.app';
    assert.deepEqual(fixed(module('aws_iam_role.web.name'), 'main.tf'), {
      [inModule]: module('aws_iam_instance_profile.app.name'),
    });
    assert.deepEqual(fixed(module('"web"'), 'main.tf'), { [inModule]: module('"app"') });
  });

  it('make a profile where none holds the role', () => {
    const instance = (given: string) =>
      `  Instance:\n    Type: AWS::EC2::Instance\n    Properties: { IamInstanceProfile: ${given} }\n`;
    const profile =
      '  RoleInstanceProfile:\n    Type: AWS::IAM::InstanceProfile\n    Properties:\n      Roles: [!Ref Role]\n';
    assert.deepEqual(fixed(role('ec2.amazonaws.com') + instance('!Ref Role'), 'template.yaml'), {
      'Make an instance profile for Role':
        role('ec2.amazonaws.com') + profile + instance('!Ref RoleInstanceProfile'),
    });
    const module = (made: string, given: string) =>
      `resource "aws_iam_role" "web" {\n  assume_role_policy = var.trust\n}\n\n${made}resource "aws_instance" "a" {\n  iam_instance_profile = ${given}\n}\n`;
    assert.deepEqual(fixed(module('', 'aws_iam_role.web.name'), 'main.tf'), {
      'Make an instance profile for aws_iam_role.web': module(
        'resource "aws_iam_instance_profile" "web" {\n  name = aws_iam_role.web.name\n  role = aws_iam_role.web.name\n}\n\n',
        'aws_iam_instance_profile.web.name',
      ),
    });
    const Resources = {
      Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Ref: 'Trust' } } },
      Instance: { Type: 'AWS::EC2::Instance', Properties: { IamInstanceProfile: { Ref: 'Role' } } },
    };
    for (const unit of [undefined, 2, '\t']) {
      const [made] = Object.values(fixed(JSON.stringify({ Resources }, undefined, unit), 'template.json'));
      if (unit === undefined) continue;
      const wanted = {
        Role: Resources.Role,
        RoleInstanceProfile: { Type: 'AWS::IAM::InstanceProfile', Properties: { Roles: [{ Ref: 'Role' }] } },
        Instance: {
          Type: 'AWS::EC2::Instance',
          Properties: { IamInstanceProfile: { Ref: 'RoleInstanceProfile' } },
        },
      };
      assert.equal(made, JSON.stringify({ Resources: wanted }, undefined, unit));
    }
  });

  it('keep one role of several', () => {
    const text = (roles: string) =>
      `${role('ec2.amazonaws.com')}  Profile:\n    Type: AWS::IAM::InstanceProfile\n    Properties:\n      Roles:${roles}\n`;
    assert.deepEqual(fixed(text(' [!Ref Role, web]'), 'template.yaml'), {
      'Keep only !Ref Role': text(' [!Ref Role]'),
      'Keep only web': text(' [web]'),
    });
    assert.deepEqual(fixed(text('\n        - !Ref Role\n        - web'), 'template.yaml'), {
      'Keep only !Ref Role': text('\n        - !Ref Role'),
      'Keep only web': text('\n        - web'),
    });
  });
});

/** Each fix of each fixture leaves nothing of what it repairs, and nothing that is broken. */
describe('Fixes between resources: every fixture', () => {
  const modules = resolve(__dirname, '../../../fixtures/terraform/modules');
  for (const module of readdirSync(modules)) {
    const texts = new Map(
      readdirSync(join(modules, module)).map((name) => {
        return [name, parseAnnotated(readFileSync(join(modules, module, name), 'utf8')).text];
      }),
    );
    for (const [name, text] of texts) {
      const others: ModuleFacts = new Map(
        [...texts]
          .filter(([other]) => other !== name)
          .map(([other, its]) => [other, open(its, other)?.facts ?? []]),
      );
      it(`${module}/${name}`, () => everyFix(text, name, others));
    }
  }
  for (const code of fixtureCodes())
    for (const { file, text } of templateFixturesOf(code))
      it(`${code}/${file}`, () => everyFix(parseAnnotated(text).text, file));
});

function everyFix(text: string, fileName: string, others?: ModuleFacts): void {
  const document = open(text, fileName);
  if (!document) return;
  const findingsOf = (current: HostDocument, its: string) => service.checkTogether(current, its, others);
  const isLike = (a: Finding) => (b: Finding) => a.code === b.code && a.message === b.message;
  const count = (all: readonly Finding[], one: Finding) => all.filter(isLike(one)).length;
  const before = findingsOf(document, text);
  for (const finding of before) {
    for (const { title, edits } of templateFixes(finding, document, text)) {
      const changed = applyEdits(text, edits);
      const after = open(changed, fileName)!;
      assert.ok(count(findingsOf(after, changed), finding) < count(before, finding), `${title}\n${changed}`);
      assert.equal(after.policies.length, document.policies.length, changed);
      assert.ok(!after.policies.some(({ policy }) => policy.isPartial), changed);
    }
  }
}
