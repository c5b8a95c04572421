import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  DeleteInstanceProfileCommand,
  GetInstanceProfileCommand,
  GetRoleCommand,
  type IAMClient,
  type InstanceProfile as SdkInstanceProfile,
  paginateListAttachedRolePolicies,
  paginateListInstanceProfiles,
  paginateListInstanceProfilesForRole,
  paginateListRolePolicies,
  paginateListRoles,
  RemoveRoleFromInstanceProfileCommand,
  type Role as SdkRole,
} from '@aws-sdk/client-iam';
import type { IamApi } from './api';
import type { Caller } from './call';
import type { InstanceProfile, Role, RoleDetails, RolePolicies } from './model';

/** The most IAM's lists give at once. */
const pageSize = 1000;

/** IAM as the sidebar and the commands need it. `writer` makes one attempt only, so that a change is never made twice. */
export class Iam implements IamApi {
  constructor(
    private readonly reader: IAMClient,
    private readonly writer: IAMClient,
    private readonly caller: Caller,
  ) {}

  roles(signal?: AbortSignal): AsyncIterable<Role[]> {
    return this.caller.pages('iam:ListRoles', 'list the IAM roles', () => this.#rolePages(signal));
  }

  async *#rolePages(signal?: AbortSignal): AsyncIterable<Role[]> {
    const pages = paginateListRoles({ client: this.reader, pageSize }, {}, { ...abortable(signal) });
    for await (const { Roles } of pages) yield (Roles ?? []).map(roleOf);
  }

  instanceProfiles(signal?: AbortSignal): AsyncIterable<InstanceProfile[]> {
    const doing = 'list the instance profiles';
    return this.caller.pages('iam:ListInstanceProfiles', doing, () => this.#profilePages(signal));
  }

  async *#profilePages(signal?: AbortSignal): AsyncIterable<InstanceProfile[]> {
    const pages = paginateListInstanceProfiles(
      { client: this.reader, pageSize },
      {},
      { ...abortable(signal) },
    );
    for await (const { InstanceProfiles } of pages) yield (InstanceProfiles ?? []).map(profileOf);
  }

  instanceProfilesOf(roleName: string, signal?: AbortSignal): Promise<InstanceProfile[]> {
    const doing = `list the instance profiles of role ${roleName}`;
    return this.caller.one('iam:ListInstanceProfilesForRole', doing, async () => {
      const config = { client: this.reader, pageSize };
      const found: InstanceProfile[] = [];
      const pages = paginateListInstanceProfilesForRole(
        config,
        { RoleName: roleName },
        { ...abortable(signal) },
      );
      for await (const { InstanceProfiles } of pages) found.push(...(InstanceProfiles ?? []).map(profileOf));
      return found;
    });
  }

  instanceProfile(name: string, signal?: AbortSignal): Promise<InstanceProfile> {
    return this.caller.one('iam:GetInstanceProfile', `read instance profile ${name}`, async () => {
      const { InstanceProfile: profile } = await this.reader.send(
        new GetInstanceProfileCommand({ InstanceProfileName: name }),
        { ...abortable(signal) },
      );
      if (profile === undefined) throw new Error('AWS gave no instance profile in its answer');
      return profileOf(profile);
    });
  }

  role(roleName: string, signal?: AbortSignal): Promise<RoleDetails> {
    return this.caller.one('iam:GetRole', `read role ${roleName}`, async () => {
      const { Role: role } = await this.reader.send(new GetRoleCommand({ RoleName: roleName }), {
        ...abortable(signal),
      });
      if (role === undefined) throw new Error('AWS gave no role in its answer');
      return detailsOf(role);
    });
  }

  async policiesOf(roleName: string, signal?: AbortSignal): Promise<RolePolicies> {
    const [managed, inline] = await Promise.all([
      this.#managedPoliciesOf(roleName, signal),
      this.#inlinePoliciesOf(roleName, signal),
    ]);
    return { managed, inline };
  }

  #managedPoliciesOf(roleName: string, signal?: AbortSignal): Promise<RolePolicies['managed']> {
    const doing = `list the managed policies of role ${roleName}`;
    return this.caller.one('iam:ListAttachedRolePolicies', doing, async () => {
      const found: { name: string; arn: string }[] = [];
      const config = { client: this.reader, pageSize };
      const pages = paginateListAttachedRolePolicies(
        config,
        { RoleName: roleName },
        { ...abortable(signal) },
      );
      for await (const { AttachedPolicies } of pages)
        for (const { PolicyName: name, PolicyArn: arn } of AttachedPolicies ?? [])
          if (name !== undefined && arn !== undefined) found.push({ name, arn });
      return found;
    });
  }

  #inlinePoliciesOf(roleName: string, signal?: AbortSignal): Promise<string[]> {
    const doing = `list the inline policies of role ${roleName}`;
    return this.caller.one('iam:ListRolePolicies', doing, async () => {
      const found: string[] = [];
      const config = { client: this.reader, pageSize };
      const pages = paginateListRolePolicies(config, { RoleName: roleName }, { ...abortable(signal) });
      for await (const { PolicyNames } of pages) found.push(...(PolicyNames ?? []));
      return found;
    });
  }

  createInstanceProfile(name: string): Promise<InstanceProfile> {
    return this.caller.one('iam:CreateInstanceProfile', `create instance profile ${name}`, async () => {
      const answer = await this.writer.send(new CreateInstanceProfileCommand({ InstanceProfileName: name }));
      if (answer.InstanceProfile === undefined) throw new Error('AWS gave no instance profile in its answer');
      return profileOf(answer.InstanceProfile);
    });
  }

  deleteInstanceProfile(name: string): Promise<void> {
    return this.caller.one('iam:DeleteInstanceProfile', `delete instance profile ${name}`, async () => {
      await this.writer.send(new DeleteInstanceProfileCommand({ InstanceProfileName: name }));
    });
  }

  addRoleToProfile(profileName: string, roleName: string): Promise<void> {
    const doing = `put role ${roleName} into instance profile ${profileName}`;
    return this.caller.one('iam:AddRoleToInstanceProfile', doing, async () => {
      const input = { InstanceProfileName: profileName, RoleName: roleName };
      await this.writer.send(new AddRoleToInstanceProfileCommand(input));
    });
  }

  removeRoleFromProfile(profileName: string, roleName: string): Promise<void> {
    const doing = `take role ${roleName} out of instance profile ${profileName}`;
    return this.caller.one('iam:RemoveRoleFromInstanceProfile', doing, async () => {
      const input = { InstanceProfileName: profileName, RoleName: roleName };
      await this.writer.send(new RemoveRoleFromInstanceProfileCommand(input));
    });
  }
}

export const abortable = (signal: AbortSignal | undefined) =>
  signal === undefined ? {} : { abortSignal: signal };

const roleOf = (role: SdkRole): Role => ({
  name: role.RoleName ?? '',
  arn: role.Arn ?? '',
  path: role.Path ?? '/',
  description: role.Description,
  createdAt: role.CreateDate,
  maxSessionSeconds: role.MaxSessionDuration ?? 3600,
  trust: role.AssumeRolePolicyDocument === undefined ? undefined : decoded(role.AssumeRolePolicyDocument),
});

const detailsOf = (role: SdkRole): RoleDetails => {
  const { LastUsedDate: at, Region: region } = role.RoleLastUsed ?? {};
  return {
    ...roleOf(role),
    boundaryArn: role.PermissionsBoundary?.PermissionsBoundaryArn,
    lastUsed: at === undefined ? undefined : { at, region },
  };
};

export const profileOf = (profile: SdkInstanceProfile): InstanceProfile => ({
  name: profile.InstanceProfileName ?? '',
  arn: profile.Arn ?? '',
  path: profile.Path ?? '/',
  roles: (profile.Roles ?? []).map(roleOf),
});

/** IAM sends policies URL-encoded (RFC 3986). Text that is not stays as it is. */
export const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
