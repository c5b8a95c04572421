import type { Place } from '../../aws/api';
import type { Action } from '../action';
import { cliCommands } from '../cli';

type Resource = Record<string, unknown>;

/**
 * The roles, policies and profiles that actions make, as a CloudFormation template in JSON. CloudFormation cannot attach a
 * profile to an instance that it has not made: the template's description says which command does.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html
 */
export const toCloudFormation = (actions: readonly Action[], place: Place): string => {
  const resources: Record<string, Resource> = {};
  for (const action of actions) {
    if (action.kind === 'createRole') resources[logicalId('Role', action.spec.name)] = role(action, actions);
    if (action.kind === 'addRole')
      resources[logicalId('Profile', action.profileName)] = profile(action, resources);
  }
  const associations = actions.filter(({ kind }) => kind === 'associate');
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Deploy with --capabilities CAPABILITY_NAMED_IAM.',
    ...(associations.length === 0
      ? {}
      : { Metadata: { AfterDeployment: cliCommands(associations, place).map(inertText) } }),
    Resources: resources,
  };
  return JSON.stringify(template, null, 2) + '\n';
};

const role = ({ spec }: Extract<Action, { kind: 'createRole' }>, actions: readonly Action[]): Resource => {
  const managed = actions.flatMap((each) =>
    each.kind === 'attachPolicy' && each.roleName === spec.name ? [each.policyArn] : [],
  );
  const inline = actions.flatMap((each) =>
    each.kind === 'putInlinePolicy' && each.roleName === spec.name
      ? [{ PolicyName: each.policyName, PolicyDocument: parsed(each.document) }]
      : [],
  );
  const tags = Object.entries(spec.tags).map(([Key, Value]) => ({
    Key: inertText(Key),
    Value: inertText(Value),
  }));
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: spec.name,
      Path: spec.path,
      ...(spec.description === undefined ? {} : { Description: inertText(spec.description) }),
      AssumeRolePolicyDocument: parsed(spec.trust),
      MaxSessionDuration: spec.maxSessionSeconds,
      ...(spec.boundaryArn === undefined ? {} : { PermissionsBoundary: spec.boundaryArn }),
      ...(managed.length === 0 ? {} : { ManagedPolicyArns: managed }),
      ...(inline.length === 0 ? {} : { Policies: inline }),
      ...(tags.length === 0 ? {} : { Tags: tags }),
    },
  };
};

const profile = (
  { profileName, roleName }: Extract<Action, { kind: 'addRole' }>,
  resources: Readonly<Record<string, Resource>>,
): Resource => {
  const id = logicalId('Role', roleName);
  return {
    Type: 'AWS::IAM::InstanceProfile',
    Properties: { InstanceProfileName: profileName, Roles: [id in resources ? { Ref: id } : roleName] },
  };
};

/** Letters and digits only; what else a name has goes in as a number, so that two names never meet. */
const logicalId = (type: string, name: string): string =>
  type + name.replace(/[^A-Za-z0-9]/g, (sign) => `x${sign.codePointAt(0)!.toString(16)}x`);

const parsed = (document: string): unknown => {
  try {
    return inertValue(JSON.parse(document));
  } catch {
    return inertText(document);
  }
};

const inertValue = (value: unknown): unknown => {
  if (typeof value === 'string') return inertText(value);
  if (Array.isArray(value)) return value.map(inertValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inertValue(item)]));
};

/** CloudFormation resolves `{{resolve:…}}` wherever it stands, and knows no way to escape it. */
const inertText = (text: string): string => text.replaceAll('{{resolve:', '{ {resolve:');
