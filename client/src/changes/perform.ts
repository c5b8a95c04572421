import type { AwsFailure } from '../aws/failure';
import { nameInArn } from '../aws/model';
import type { Action, RoleRemoval } from './action';
import { changeAssociation } from './association';
import { type Call, makeOnce } from './once';
import { ChangeError, type ChangeRun, type ChangeServices } from './run';

/** Makes one action and sees it through. It is made at most once; what is so already counts as made. */
export const perform = async (action: Action, services: ChangeServices, run: ChangeRun): Promise<void> => {
  if (action.kind === 'associate') return changeAssociation(action, services, run);
  if (action.kind === 'removeRole' && action.unlessUsed === true) await refuseWhereUsed(action, services);
  await makeOnce(callOf(action, services), run);
};

const gone = ({ kind }: AwsFailure): boolean => kind === 'notFound';

const callOf = (action: Exclude<Action, { kind: 'associate' }>, { iam, roles }: ChangeServices): Call => {
  const managed = async (role: string) => (await iam.policiesOf(role)).managed.map(({ arn }) => arn);
  const holds = async (profile: string, role: string) =>
    (await roles.profile(profile))?.roles.some(({ name }) => name === role) ?? false;
  switch (action.kind) {
    case 'createRole':
      return {
        make: () => roles.createRole(action.spec),
        isDone: async () => (await roles.spec(action.spec.name)) !== undefined,
      };
    case 'deleteRole':
      return {
        make: () => roles.deleteRole(action.spec.name),
        isDone: async () => (await roles.spec(action.spec.name)) === undefined,
        alreadyDone: gone,
      };
    case 'attachPolicy':
      return {
        make: () => roles.attachPolicy(action.roleName, action.policyArn),
        isDone: async () => (await managed(action.roleName)).includes(action.policyArn),
      };
    case 'detachPolicy':
      return {
        make: () => roles.detachPolicy(action.roleName, action.policyArn),
        isDone: async () => !(await managed(action.roleName)).includes(action.policyArn),
        alreadyDone: gone,
      };
    case 'putInlinePolicy':
      return {
        make: () => roles.putInlinePolicy(action.roleName, action.policyName, action.document),
        isDone: async () =>
          (await roles.inlinePolicy(action.roleName, action.policyName)) === action.document,
      };
    case 'deleteInlinePolicy':
      return {
        make: () => roles.deleteInlinePolicy(action.roleName, action.policyName),
        isDone: async () => (await roles.inlinePolicy(action.roleName, action.policyName)) === undefined,
        alreadyDone: gone,
      };
    case 'createProfile':
      return {
        make: async () => void (await iam.createInstanceProfile(action.profileName)),
        isDone: async () => (await roles.profile(action.profileName)) !== undefined,
      };
    case 'deleteProfile':
      return {
        make: () => iam.deleteInstanceProfile(action.profileName),
        isDone: async () => (await roles.profile(action.profileName)) === undefined,
        alreadyDone: gone,
      };
    case 'addRole':
      return {
        make: () => iam.addRoleToProfile(action.profileName, action.roleName),
        isDone: () => holds(action.profileName, action.roleName),
      };
    case 'removeRole':
      return {
        make: () => iam.removeRoleFromProfile(action.profileName, action.roleName),
        isDone: async () => !(await holds(action.profileName, action.roleName)),
        alreadyDone: gone,
      };
  }
};

const refuseWhereUsed = async ({ profileName, roleName }: RoleRemoval, { ec2 }: ChangeServices) => {
  for await (const page of ec2.associations()) {
    const user = page.find(
      ({ profileArn, state }) => state !== 'disassociated' && nameInArn(profileArn) === profileName,
    );
    if (user === undefined) continue;
    throw new ChangeError(
      `Instance ${user.instanceId} uses instance profile ${profileName}, so role ${roleName} was left in it.`,
    );
  }
};
