import { nameInArn } from '../aws/model';
import { inert } from '../inert';
import type { Action, AssociationChange } from './action';
import { nameOf } from './names';

/** What an action does, as a step of a plan: "Create instance profile web". All of it inert. */
export const actionWords = (action: Action): string => {
  switch (action.kind) {
    case 'createRole':
      return `Create role ${inert(action.spec.name)}`;
    case 'deleteRole':
      return `Delete role ${inert(action.spec.name)}`;
    case 'attachPolicy':
      return `Attach managed policy ${policyWords(action.policyArn)} to role ${inert(action.roleName)}`;
    case 'detachPolicy':
      return `Detach managed policy ${policyWords(action.policyArn)} from role ${inert(action.roleName)}`;
    case 'putInlinePolicy':
      return `Write inline policy ${inert(action.policyName)} of role ${inert(action.roleName)}`;
    case 'deleteInlinePolicy':
      return `Delete inline policy ${inert(action.policyName)} of role ${inert(action.roleName)}`;
    case 'createProfile':
      return `Create instance profile ${inert(action.profileName)}`;
    case 'deleteProfile':
      return `Delete instance profile ${inert(action.profileName)}`;
    case 'addRole':
      return `Put role ${inert(action.roleName)} into instance profile ${inert(action.profileName)}`;
    case 'removeRole':
      return `Take role ${inert(action.roleName)} out of instance profile ${inert(action.profileName)}`;
    case 'associate':
      return associationWords(action);
  }
};

const policyWords = (arn: string): string =>
  `${inert(nameInArn(arn))}${arn.includes(':iam::aws:') ? ' (of AWS)' : ''}`;

const associationWords = ({ instance, from, to }: AssociationChange): string => {
  const name = inert(nameOf(instance), 120);
  if (to === undefined) return `Detach instance profile ${inert(from ?? '')} from ${name}`;
  if (from === undefined) return `Attach instance profile ${inert(to)} to ${name}`;
  return instance.state === 'stopped'
    ? `Detach instance profile ${inert(from)} from ${name}, wait, and attach ${inert(to)}`
    : `Replace instance profile ${inert(from)} by ${inert(to)} on ${name}`;
};
