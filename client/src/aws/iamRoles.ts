import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  GetInstanceProfileCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  type IAMClient,
  paginateListPolicies,
  PutRolePolicyCommand,
  type Role as SdkRole,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import type { RolesApi } from './api';
import type { Caller } from './call';
import { isAwsFailure } from './failure';
import { abortable, decoded, profileOf } from './iam';
import type { InstanceProfile, ManagedPolicy, RoleSpec } from './model';

/** IAM as far as roles are made, filled and removed. `writer` makes one attempt only, so that nothing is made twice. */
export class IamRoles implements RolesApi {
  constructor(
    private readonly reader: IAMClient,
    private readonly writer: IAMClient,
    private readonly caller: Caller,
  ) {}

  profile(name: string, signal?: AbortSignal): Promise<InstanceProfile | undefined> {
    const command = new GetInstanceProfileCommand({ InstanceProfileName: name });
    return orNothing(
      this.caller.one('iam:GetInstanceProfile', `read instance profile ${name}`, async () => {
        const { InstanceProfile: profile } = await this.reader.send(command, abortable(signal));
        return profile === undefined ? undefined : profileOf(profile);
      }),
    );
  }

  spec(roleName: string, signal?: AbortSignal): Promise<RoleSpec | undefined> {
    const command = new GetRoleCommand({ RoleName: roleName });
    return orNothing(
      this.caller.one('iam:GetRole', `read role ${roleName}`, async () => {
        const { Role: role } = await this.reader.send(command, abortable(signal));
        return role === undefined ? undefined : specOf(role);
      }),
    );
  }

  inlinePolicy(roleName: string, policyName: string): Promise<string | undefined> {
    const doing = `read inline policy ${policyName} of role ${roleName}`;
    const command = new GetRolePolicyCommand({ RoleName: roleName, PolicyName: policyName });
    return orNothing(
      this.caller.one('iam:GetRolePolicy', doing, async () =>
        decoded((await this.reader.send(command)).PolicyDocument ?? ''),
      ),
    );
  }

  managedPolicies(signal?: AbortSignal): AsyncIterable<ManagedPolicy[]> {
    return this.caller.pages('iam:ListPolicies', 'list the managed policies', () =>
      this.#policyPages(signal),
    );
  }

  async *#policyPages(signal?: AbortSignal): AsyncIterable<ManagedPolicy[]> {
    const pages = paginateListPolicies({ client: this.reader, pageSize: 1000 }, {}, abortable(signal));
    for await (const { Policies } of pages) {
      yield (Policies ?? []).flatMap(({ PolicyName: name, Arn: arn, IsAttachable }) =>
        name === undefined || arn === undefined || IsAttachable === false ? [] : [{ name, arn }],
      );
    }
  }

  mayPass(principalArn: string, roleArn: string, signal?: AbortSignal): Promise<boolean> {
    const doing = `ask whether ${principalArn} may pass role ${roleArn}`;
    const command = new SimulatePrincipalPolicyCommand({
      PolicySourceArn: principalArn,
      ActionNames: ['iam:PassRole'],
      ResourceArns: [roleArn],
      ContextEntries: [
        {
          ContextKeyName: 'iam:PassedToService',
          ContextKeyType: 'string',
          ContextKeyValues: [ec2ServiceIn(roleArn)],
        },
      ],
    });
    return this.caller.one('iam:SimulatePrincipalPolicy', doing, async () => {
      const { EvaluationResults: [result] = [] } = await this.reader.send(command, abortable(signal));
      if (result?.EvalDecision === undefined) throw new Error('AWS gave no decision in its answer');
      return result.EvalDecision === 'allowed';
    });
  }

  createRole({ name, ...spec }: RoleSpec): Promise<void> {
    return this.#change('iam:CreateRole', `create role ${name}`, () =>
      this.writer.send(
        new CreateRoleCommand({
          RoleName: name,
          Path: spec.path,
          AssumeRolePolicyDocument: spec.trust,
          Description: spec.description,
          MaxSessionDuration: spec.maxSessionSeconds,
          PermissionsBoundary: spec.boundaryArn,
          Tags: Object.entries(spec.tags).map(([Key, Value]) => ({ Key, Value })),
        }),
      ),
    );
  }

  deleteRole(name: string): Promise<void> {
    return this.#change('iam:DeleteRole', `delete role ${name}`, () =>
      this.writer.send(new DeleteRoleCommand({ RoleName: name })),
    );
  }

  attachPolicy(roleName: string, policyArn: string): Promise<void> {
    const doing = `attach policy ${policyArn} to role ${roleName}`;
    return this.#change('iam:AttachRolePolicy', doing, () =>
      this.writer.send(new AttachRolePolicyCommand({ RoleName: roleName, PolicyArn: policyArn })),
    );
  }

  detachPolicy(roleName: string, policyArn: string): Promise<void> {
    const doing = `detach policy ${policyArn} from role ${roleName}`;
    return this.#change('iam:DetachRolePolicy', doing, () =>
      this.writer.send(new DetachRolePolicyCommand({ RoleName: roleName, PolicyArn: policyArn })),
    );
  }

  putInlinePolicy(roleName: string, policyName: string, document: string): Promise<void> {
    const doing = `write inline policy ${policyName} of role ${roleName}`;
    const input = { RoleName: roleName, PolicyName: policyName, PolicyDocument: document };
    return this.#change('iam:PutRolePolicy', doing, () => this.writer.send(new PutRolePolicyCommand(input)));
  }

  deleteInlinePolicy(roleName: string, policyName: string): Promise<void> {
    const doing = `delete inline policy ${policyName} of role ${roleName}`;
    return this.#change('iam:DeleteRolePolicy', doing, () =>
      this.writer.send(new DeleteRolePolicyCommand({ RoleName: roleName, PolicyName: policyName })),
    );
  }

  async #change(action: string, doing: string, call: () => Promise<unknown>): Promise<void> {
    await this.caller.one(action, doing, call);
  }
}

const orNothing = async <T>(asked: Promise<T | undefined>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (isAwsFailure(error) && error.kind === 'notFound') return undefined;
    throw error;
  }
};

/** EC2's name as a service in the partition of an ARN, as `iam:PassedToService` has it. */
const ec2ServiceIn = (arn: string): string =>
  arn.startsWith('arn:aws-cn:') ? 'ec2.amazonaws.com.cn' : 'ec2.amazonaws.com';

const specOf = (role: SdkRole): RoleSpec => ({
  name: role.RoleName ?? '',
  path: role.Path ?? '/',
  description: role.Description,
  trust: decoded(role.AssumeRolePolicyDocument ?? ''),
  maxSessionSeconds: role.MaxSessionDuration ?? 3600,
  boundaryArn: role.PermissionsBoundary?.PermissionsBoundaryArn,
  tags: Object.fromEntries((role.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
});
