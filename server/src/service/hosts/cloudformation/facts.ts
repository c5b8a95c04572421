import type { TemplateFact } from '../../checks/template/facts';
import { listOf, type PolicyNode } from '../../model/nodes';
import type { PolicyFile } from '../../policyFile';
import { functionOf } from './intrinsics';
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
  if (type === 'AWS::IAM::Role') return [{ kind: 'role', id, trust: trustIn(policies) }];
  if (type === 'AWS::IAM::InstanceProfile') {
    const items = listOf(entryOf(properties, 'Roles')?.value);
    const roles = items.map((node) => ({ id: referred(node), range: node.range }));
    return [{ kind: 'profile', id, roles }];
  }
  const roles = (roleUses[type] ?? []).map(([path, service]) => ({ path, service, wants: 'role' as const }));
  const profiles = (profileUses[type] ?? []).map((path) => ({
    path,
    service: 'ec2.amazonaws.com',
    wants: 'profile' as const,
  }));
  return [...roles, ...profiles].flatMap(({ path, service, wants }): TemplateFact[] => {
    const node = valueAt(properties, path.split('/'));
    const target = node && referred(node);
    return target === undefined ? [] : [{ kind: 'use', id, service, wants, target, range: node!.range }];
  });
}

/** The only trust policy; conditions make two of it, of which neither is certain. */
function trustIn(policies: readonly PolicyFile[]) {
  const [only, ...others] = policies.filter(({ kind }) => kind.kind === 'trust');
  return others.length === 0 ? only?.policy : undefined;
}

function valueAt(node: PolicyNode | undefined, [name, ...rest]: readonly string[]): PolicyNode | undefined {
  if (name === undefined) return node;
  return valueAt(entryOf(node, name)?.value, rest);
}

/** The logical id behind `Ref`, `Fn::GetAtt`, or a `Fn::Sub` of nothing else. */
function referred(node: PolicyNode): string | undefined {
  const call = node.kind === 'object' ? functionOf(node) : undefined;
  const argument = call?.argument;
  if (call?.name === 'Fn::GetAtt' && argument?.kind === 'array') {
    const [first] = argument.items;
    return first?.kind === 'string' ? first.text : undefined;
  }
  if (argument?.kind !== 'string') return undefined;
  if (call?.name === 'Ref') return argument.text;
  if (call?.name === 'Fn::GetAtt') return argument.text.split('.')[0];
  return call?.name === 'Fn::Sub' ? /^\$\{(\w+)(\.Arn)?\}$/.exec(argument.text)?.[1] : undefined;
}
