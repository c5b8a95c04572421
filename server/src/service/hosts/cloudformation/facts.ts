import type { TemplateFact } from '../../checks/template/facts';
import { listOf, type PolicyNode } from '../../model/nodes';
import type { PolicyFile } from '../../policyFile';
import { functionOf } from './intrinsics';
import { targetIn, textOf } from './names';
import { entryOf, type TemplateResource } from './resources';

/** Properties that take a role, and the service that assumes it. */
const roleUses: Readonly<Record<string, readonly (readonly [path: string, service: string])[]>> = {
  'AWS::Lambda::Function': [['Role', 'lambda.amazonaws.com']],
  'AWS::Serverless::Function': [['Role', 'lambda.amazonaws.com']],
  'AWS::ECS::TaskDefinition': [
    ['TaskRoleArn', 'ecs-tasks.amazonaws.com'],
    ['ExecutionRoleArn', 'ecs-tasks.amazonaws.com'],
  ],
  'AWS::StepFunctions::StateMachine': [['RoleArn', 'states.amazonaws.com']],
  'AWS::CodeBuild::Project': [['ServiceRole', 'codebuild.amazonaws.com']],
  'AWS::CodePipeline::Pipeline': [['RoleArn', 'codepipeline.amazonaws.com']],
  'AWS::Glue::Job': [['Role', 'glue.amazonaws.com']],
  'AWS::EKS::Cluster': [['RoleArn', 'eks.amazonaws.com']],
  'AWS::EKS::Nodegroup': [['NodeRole', 'ec2.amazonaws.com']],
  'AWS::Scheduler::Schedule': [['Target/RoleArn', 'scheduler.amazonaws.com']],
  'AWS::Pipes::Pipe': [['RoleArn', 'pipes.amazonaws.com']],
};

/** Properties that take an instance profile. */
const profileUses: Readonly<Record<string, readonly string[]>> = {
  'AWS::EC2::Instance': ['IamInstanceProfile'],
  'AWS::AutoScaling::LaunchConfiguration': ['IamInstanceProfile'],
  'AWS::EC2::LaunchTemplate': [
    'LaunchTemplateData/IamInstanceProfile/Name',
    'LaunchTemplateData/IamInstanceProfile/Arn',
  ],
};

const types = new Set([
  'AWS::IAM::Role',
  'AWS::IAM::InstanceProfile',
  ...Object.keys(roleUses),
  ...Object.keys(profileUses),
]);

/** A word of a type that facts come from. */
export const mayHoldFacts = new RegExp([...types].join('|'));

/** What a resource says of roles and profiles. */
export function factsOf(resource: TemplateResource, policies: readonly PolicyFile[]): TemplateFact[] {
  const { logicalId: id, type, properties } = resource;
  if (type === 'AWS::IAM::Role')
    return [{ kind: 'role', ...namedOf(resource, 'RoleName'), trust: trustIn(resource, policies) }];
  if (type === 'AWS::IAM::InstanceProfile') {
    const items = listOf(entryOf(properties, 'Roles')?.value);
    const roles = items.map((node) => {
      const isCertain = node.kind === 'string' || isText(node);
      return { target: targetIn(node), range: node.range, isCertain };
    });
    return [{ kind: 'profile', ...namedOf(resource, 'InstanceProfileName'), roles }];
  }
  const roles = (roleUses[type] ?? []).map(([path, service]) => ({ path, service, wants: 'role' as const }));
  const profiles = (profileUses[type] ?? []).map((path) => ({
    path,
    service: 'ec2.amazonaws.com',
    wants: 'profile' as const,
  }));
  return [...roles, ...profiles].flatMap(({ path, service, wants }) =>
    valuesAt(properties, path.split('/')).map((node, index, { length }): TemplateFact => {
      const argument = length > 1 ? `${path} ${index}` : path;
      return { kind: 'use', id, argument, service, wants, target: targetIn(node), range: node.range };
    }),
  );
}

/** What both roles and profiles have. CloudFormation makes up a name that no other one is. */
function namedOf({ logicalId: id, key: range, node, properties }: TemplateResource, property: string) {
  const own = entryOf(properties, property);
  const name = own ? textOf(own.value) : `\${${id}}`;
  return { id, range, name, ...(entryOf(node, 'Condition') && { mayBeAbsent: true }) };
}

/** The only trust policy; conditions make two of it, of which neither is certain. */
function trustIn({ properties }: TemplateResource, policies: readonly PolicyFile[]): PolicyFile | undefined {
  const [only, ...others] = policies.filter(({ kind }) => kind.kind === 'trust');
  const isChoice = entryOf(entryOf(properties, 'AssumeRolePolicyDocument')?.value, 'Fn::If');
  return others.length === 0 && !isChoice ? only : undefined;
}

/** A function that gives a text, whatever conditions say. */
function isText(node: PolicyNode): boolean {
  const call = node.kind === 'object' ? functionOf(node) : undefined;
  if (!call || !/^(Ref|Fn::(GetAtt|Sub|Join|ImportValue))$/.test(call.name)) return false;
  return textOf(node) !== '${AWS::NoValue}';
}

/** Values at a path, in every item of a list on the way. */
function valuesAt(node: PolicyNode | undefined, path: readonly string[]): readonly PolicyNode[] {
  const [name, ...rest] = path;
  if (!node || name === undefined) return node ? [node] : [];
  if (node.kind === 'array') return node.items.flatMap((item) => valuesAt(item, path));
  return valuesAt(entryOf(node, name)?.value, rest);
}
