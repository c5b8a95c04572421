import {
  movedFact,
  type ProfileFact,
  type RoleFact,
  type TemplateFact,
  type UseFact,
} from '../../checks/template/facts';
import type { PolicyFile } from '../../policyFile';
import { attribute, type Block, type Body, blocks, type Expression } from './hcl/ast';
import { referencesIn } from './uses';

/** Arguments that take a role, by resource, and the service that assumes it. */
const roleUses: Readonly<Record<string, readonly (readonly [path: string, service: string])[]>> = {
  aws_lambda_function: [['role', 'lambda.amazonaws.com']],
  aws_ecs_task_definition: [
    ['task_role_arn', 'ecs-tasks.amazonaws.com'],
    ['execution_role_arn', 'ecs-tasks.amazonaws.com'],
  ],
  aws_sfn_state_machine: [['role_arn', 'states.amazonaws.com']],
  aws_codebuild_project: [['service_role', 'codebuild.amazonaws.com']],
  aws_codepipeline: [['role_arn', 'codepipeline.amazonaws.com']],
  aws_glue_job: [['role_arn', 'glue.amazonaws.com']],
  aws_eks_cluster: [['role_arn', 'eks.amazonaws.com']],
  aws_eks_node_group: [['node_role_arn', 'ec2.amazonaws.com']],
  aws_scheduler_schedule: [['target/role_arn', 'scheduler.amazonaws.com']],
  aws_pipes_pipe: [['role_arn', 'pipes.amazonaws.com']],
};

/** Arguments that take an instance profile. */
const profileUses: Readonly<Record<string, readonly string[]>> = {
  aws_instance: ['iam_instance_profile'],
  aws_spot_instance_request: ['iam_instance_profile'],
  aws_launch_configuration: ['iam_instance_profile'],
  aws_launch_template: ['iam_instance_profile/name', 'iam_instance_profile/arn'],
};

/** A word of a text that has both ends of what is looked at. */
export const mayHoldFacts = /"aws_iam_(role|instance_profile)"/;

/** A block with the policies in it, as they were first read, and the places that those have in the block. */
export interface PolicyBlock {
  readonly block: Block;
  /** How much further on it stands. */
  readonly shift: number;
  readonly found: readonly { readonly file: PolicyFile; readonly start: number }[];
}

/** What a file says of roles, profiles and those who use them. */
export function factsOf(all: readonly PolicyBlock[]): TemplateFact[] {
  const parts = all.filter(({ block: { type, labels } }) => type.text === 'resource' && labels.length === 2);
  const profiles = parts.flatMap(({ block, shift }) =>
    profileOf(block).map((fact) => movedFact(fact, shift)),
  );
  const shared = namesOfProfiles(parts.map(({ block }) => block));
  const policies = new Map<string, PolicyFile[]>();
  for (const { file } of all.flatMap(({ found }) => found))
    policies.set(file.owner ?? '', [...(policies.get(file.owner ?? '') ?? []), file]);
  return parts
    .flatMap((part): TemplateFact[] => {
      if (typeOf(part.block) === 'aws_iam_role') return [roleOf(part, policies)];
      return usesOf(part.block)
        .filter(({ wants, target }) => wants === 'role' || !shared.has(target))
        .map((fact) => movedFact(fact, part.shift));
    })
    .concat(profiles);
}

function typeOf({ labels }: Block): string {
  return labels[0]!.text;
}

function idOf({ labels }: Block): string {
  return labels.map(({ text }) => text).join('.');
}

function roleOf({ block, found }: PolicyBlock, policies: ReadonlyMap<string, PolicyFile[]>): RoleFact {
  const value = attribute(block.body, 'assume_role_policy')?.value;
  const [reference, ...others] = referencesIn(value);
  const document = /^(data\.aws_iam_policy_document\.[\w-]+)/.exec(reference ?? '')?.[1];
  const isIn = ({ start }: { start: number }) =>
    value !== undefined && value.range.start <= start && start < value.range.end;
  const own =
    document === undefined ? found.filter(isIn).map(({ file }) => file) : (policies.get(document) ?? []);
  const isOne = own.length === 1 && others.length === 0;
  return { kind: 'role', id: idOf(block), trust: isOne ? own[0]!.policy : undefined };
}

function profileOf(block: Block): ProfileFact[] {
  if (typeOf(block) !== 'aws_iam_instance_profile') return [];
  const value = attribute(block.body, 'role')?.value;
  const roles = value ? [{ id: referred(value), range: value.range }] : [];
  return [{ kind: 'profile', id: idOf(block), roles }];
}

/** Roles whose name a profile of the file has as well, so that the name of the one is good for the other. */
function namesOfProfiles(resources: readonly Block[]): ReadonlySet<string> {
  const named = (type: string) => resources.filter((block) => typeOf(block) === type);
  const nameOf = ({ body }: Block) => attribute(body, 'name')?.value;
  const roles = named('aws_iam_role');
  const names = named('aws_iam_instance_profile').map(nameOf);
  const isOpen = names.some((name) => name === undefined || textOf(name) === undefined);
  const taken = new Set(names.flatMap((name) => (name ? (textOf(name) ?? []) : [])));
  const shared = roles.filter((role) => {
    const name = nameOf(role);
    const text = name && textOf(name);
    return isOpen || text === undefined || taken.has(text);
  });
  return new Set(shared.map(idOf));
}

function textOf(value: Expression): string | undefined {
  const [only, more] = value.kind === 'template' ? value.parts : [];
  return only?.kind === 'text' && !more ? only.text : undefined;
}

function usesOf(block: Block): UseFact[] {
  const type = typeOf(block);
  const roles = (roleUses[type] ?? []).map(([path, service]) => ({ path, service, wants: 'role' as const }));
  const profiles = (profileUses[type] ?? []).map((path) => ({
    path,
    service: 'ec2.amazonaws.com',
    wants: 'profile' as const,
  }));
  return [...roles, ...profiles].flatMap(({ path, service, wants }): UseFact[] => {
    const value = valueAt(block.body, path.split('/'));
    const target = value && referred(value);
    if (target === undefined) return [];
    return [{ kind: 'use', id: idOf(block), service, wants, target, range: value!.range }];
  });
}

function valueAt(body: Body, [name = '', ...rest]: readonly string[]): Expression | undefined {
  if (rest.length === 0) return attribute(body, name)?.value;
  const [only, ...others] = blocks(body, name);
  return only && others.length === 0 ? valueAt(only.body, rest) : undefined;
}

const resource = /^(aws_iam_(?:role|instance_profile)\.[\w-]+)(?:\[[^\]]*\])?\.(?:name|id|arn)$/;

/** The role or profile that the value is, and nothing else. */
function referred(value: Expression): string | undefined {
  const [only, ...others] = value.kind === 'conditional' ? [] : referencesIn(value);
  return only !== undefined && others.length === 0 ? resource.exec(only)?.[1] : undefined;
}
