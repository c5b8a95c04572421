import {
  CreatePolicyVersionCommand,
  DeletePolicyVersionCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRolePolicyCommand,
  type IAMClient,
  paginateListPolicyVersions,
  PutRolePolicyCommand,
  SetDefaultPolicyVersionCommand,
  SimulatePrincipalPolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import type { PoliciesApi } from './api';
import type { Caller } from './call';
import { abortable, decoded } from './iam';
import type { PolicyVersion, PolicyVersionText } from './model';

/** The texts of policies. `writer` makes one attempt only, so that nothing is written twice. */
export class Policies implements PoliciesApi {
  constructor(
    private readonly reader: IAMClient,
    private readonly writer: IAMClient,
    private readonly caller: Caller,
  ) {}

  async defaultVersion(arn: string, signal?: AbortSignal): Promise<PolicyVersionText> {
    const id = await this.caller.one('iam:GetPolicy', `read policy ${arn}`, async () => {
      const { Policy } = await this.reader.send(new GetPolicyCommand({ PolicyArn: arn }), abortable(signal));
      if (Policy?.DefaultVersionId === undefined) throw new Error('AWS gave no version in its answer');
      return Policy.DefaultVersionId;
    });
    return this.version(arn, id, signal);
  }

  version(arn: string, id: string, signal?: AbortSignal): Promise<PolicyVersionText> {
    return this.caller.one('iam:GetPolicyVersion', `read version ${id} of policy ${arn}`, async () => {
      const command = new GetPolicyVersionCommand({ PolicyArn: arn, VersionId: id });
      const { PolicyVersion: version } = await this.reader.send(command, abortable(signal));
      if (version?.Document === undefined) throw new Error('AWS gave no policy in its answer');
      return { id, isDefault: version.IsDefaultVersion ?? false, document: decoded(version.Document) };
    });
  }

  versions(arn: string, signal?: AbortSignal): Promise<PolicyVersion[]> {
    return this.caller.one('iam:ListPolicyVersions', `list the versions of policy ${arn}`, async () => {
      const found: PolicyVersion[] = [];
      const pages = paginateListPolicyVersions(
        { client: this.reader, pageSize: 1000 },
        { PolicyArn: arn },
        abortable(signal),
      );
      for await (const { Versions = [] } of pages)
        for (const { VersionId, IsDefaultVersion, CreateDate } of Versions)
          if (VersionId !== undefined)
            found.push({ id: VersionId, isDefault: IsDefaultVersion ?? false, createdAt: CreateDate });
      return found;
    });
  }

  inline(roleName: string, policyName: string, signal?: AbortSignal): Promise<string> {
    const doing = `read inline policy ${policyName} of role ${roleName}`;
    return this.caller.one('iam:GetRolePolicy', doing, async () => {
      const command = new GetRolePolicyCommand({ RoleName: roleName, PolicyName: policyName });
      return decoded((await this.reader.send(command, abortable(signal))).PolicyDocument ?? '');
    });
  }

  writeTrust(roleName: string, document: string): Promise<void> {
    return this.#change('iam:UpdateAssumeRolePolicy', `update the trust policy of role ${roleName}`, () =>
      this.writer.send(new UpdateAssumeRolePolicyCommand({ RoleName: roleName, PolicyDocument: document })),
    );
  }

  writeInline(roleName: string, policyName: string, document: string): Promise<void> {
    const input = { RoleName: roleName, PolicyName: policyName, PolicyDocument: document };
    return this.#change('iam:PutRolePolicy', `update inline policy ${policyName} of role ${roleName}`, () =>
      this.writer.send(new PutRolePolicyCommand(input)),
    );
  }

  createVersion(arn: string, document: string): Promise<string> {
    return this.caller.one('iam:CreatePolicyVersion', `make a new version of policy ${arn}`, async () => {
      const input = { PolicyArn: arn, PolicyDocument: document, SetAsDefault: true };
      const { PolicyVersion: version } = await this.writer.send(new CreatePolicyVersionCommand(input));
      return version?.VersionId ?? '';
    });
  }

  deleteVersion(arn: string, id: string): Promise<void> {
    return this.#change('iam:DeletePolicyVersion', `delete version ${id} of policy ${arn}`, () =>
      this.writer.send(new DeletePolicyVersionCommand({ PolicyArn: arn, VersionId: id })),
    );
  }

  setDefaultVersion(arn: string, id: string): Promise<void> {
    return this.#change(
      'iam:SetDefaultPolicyVersion',
      `make ${id} the default version of policy ${arn}`,
      () => this.writer.send(new SetDefaultPolicyVersionCommand({ PolicyArn: arn, VersionId: id })),
    );
  }

  mayDo(principalArn: string, action: string, resourceArn: string, signal?: AbortSignal): Promise<boolean> {
    const doing = `ask whether ${principalArn} may ${action}`;
    return this.caller.one('iam:SimulatePrincipalPolicy', doing, async () => {
      const command = new SimulatePrincipalPolicyCommand({
        PolicySourceArn: principalArn,
        ActionNames: [action],
        ResourceArns: [resourceArn],
      });
      const { EvaluationResults: [result] = [] } = await this.writer.send(command, abortable(signal));
      if (result?.EvalDecision === undefined) throw new Error('AWS gave no decision in its answer');
      return result.EvalDecision === 'allowed';
    });
  }

  async #change(action: string, doing: string, call: () => Promise<unknown>): Promise<void> {
    await this.caller.one(action, doing, call);
  }
}
