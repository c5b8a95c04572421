import assert from 'node:assert/strict';
import { createPolicyService, languageOfFile, openDocument } from '../../../server/src/service';
import { isKnownServicePrincipal } from '../../../server/src/service/catalog/servicePrincipals';
import {
  cloudFormationUses,
  type RoleUse,
  type RoleUses,
  terraformUses,
} from '../../../server/src/service/hosts/roleUses';
import { hasProperty } from '../../../server/schema-build/properties';
import { testCatalog } from '../../support/catalog';

const service = createPolicyService({ catalog: testCatalog() });

function codesOf(text: string, fileName: string): string[] {
  const document = openDocument({ text, languageId: languageOfFile(fileName), fileName });
  return document ? service.checkTogether(document, text).map(({ code }) => code) : [];
}

/** A template with a role that trusts one service, in a profile, and a resource that is given them. */
function template(type: string, { path, wants }: RoleUse, trusted: string): string {
  const given = { 'Fn::GetAtt': [wants === 'role' ? 'Role' : 'Profile', 'Arn'] };
  const Properties = path.reduceRight<unknown>(
    (value, name) => ({ [name === '**' ? 'Any' : name]: value }),
    given,
  );
  const Statement = [{ Effect: 'Allow', Principal: { Service: trusted }, Action: 'sts:AssumeRole' }];
  return JSON.stringify({
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement } },
      },
      Profile: { Type: 'AWS::IAM::InstanceProfile', Properties: { Roles: [{ Ref: 'Role' }] } },
      Given: { Type: type, Properties },
    },
  });
}

/** The same as a module of Terraform. */
function module(type: string, { path, wants }: RoleUse, trusted: string): string {
  const given = wants === 'role' ? 'aws_iam_role.r.arn' : 'aws_iam_instance_profile.p.arn';
  const [last, ...blocks] = [...path].reverse();
  const body = blocks.reduce(
    (inner, name) => `${name === '**' ? 'any' : name} {\n${inner}\n}`,
    `${last!} = ${given}`,
  );
  return `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "${trusted}" }, Action = "sts:AssumeRole" }]
  })
}
resource "aws_iam_instance_profile" "p" {
  role = aws_iam_role.r.name
}
resource "${type}" "given" {
${body}
}
`;
}

const tables: readonly (readonly [what: string, uses: RoleUses, write: typeof template, fileName: string])[] =
  [
    ['CloudFormation, JSON', cloudFormationUses(), template, 'template.json'],
    ['CloudFormation, YAML', cloudFormationUses(), template, 'template.yaml'],
    ['Terraform', terraformUses(), module, 'main.tf'],
  ];

/** Every argument of the table: a role that trusts another service is told, one that trusts the right one is not. */
for (const [what, uses, write, fileName] of tables) {
  describe(`What takes a role: ${what}`, () => {
    for (const [type, all] of uses) {
      it(type, () => {
        for (const use of all) {
          const codes = (trusted: string) => codesOf(write(type, use, trusted), fileName);
          const code =
            use.wants === 'role' ? 'ROLE_NOT_TRUSTED_BY_SERVICE' : 'PROFILE_ROLE_NOT_TRUSTED_BY_EC2';
          assert.deepEqual(codes('polly.amazonaws.com'), [code], use.path.join('/'));
          for (const trusted of use.services) assert.deepEqual(codes(trusted), [], use.path.join('/'));
        }
      });
    }
  });
}

describe('What takes a role', () => {
  const all = [...cloudFormationUses().values(), ...terraformUses().values()].flat();

  it('is given to services that there are', () => {
    const names = all.flatMap(({ services }) => services);
    assert.deepEqual(
      names.filter((name) => !isKnownServicePrincipal(testCatalog(), name)),
      [],
    );
  });

  it('is what the published schema has', () => {
    for (const [type, uses] of cloudFormationUses())
      for (const { path } of uses) assert.ok(hasProperty(type, path), `${type} ${path.join('/')}`);
  });
});
