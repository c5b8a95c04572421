import { nameInArn } from '../aws/model';
import { roleOnInstanceProblem } from '../state/problems';
import { nameOf, profileWords } from './names';
import type { Asked, AttachReadings, AttachRequest } from './preflight';
import { ChangeError } from './run';

/** What was looked at before a change. A check that is not known warns and stops nothing. */
export interface CheckResult {
  readonly id: CheckId;
  readonly verdict: 'pass' | 'fail' | 'unknown';
  /** A sentence without the full stop. */
  readonly says: string;
  /** AWS would refuse the change, or it would hit the wrong account: it is not made. */
  readonly stops?: boolean;
}

export type CheckId = 'place' | 'instance' | 'associations' | 'role' | 'profile' | 'trust' | 'passRole';

/** What tells whether the right place is changed. */
export interface PlaceReadings extends Pick<AttachReadings, 'region' | 'identity'> {
  readonly request: Pick<AttachRequest, 'instance' | 'account'>;
}

/** What tells whether a role exists. */
export interface RoleReadings extends Pick<AttachReadings, 'role'> {
  readonly request: Pick<AttachRequest, 'role'>;
}

/** What tells whether EC2 may assume a role. */
export interface TrustReadings extends Pick<AttachReadings, 'trust'> {
  readonly request: Pick<AttachRequest, 'role'>;
}

/** What tells whether a role may be passed. */
export interface PassReadings extends Pick<AttachReadings, 'identity' | 'mayPass'> {
  readonly request: { readonly role: { readonly name: string } };
}

/** Checks that fail with certainty stop the change before anybody is asked. @throws ChangeError where one does */
export const refuseWhereStopped = (checks: readonly CheckResult[]): void => {
  const stopping = checks.filter(({ stops }) => stops === true);
  if (stopping.length === 0) return;
  throw new ChangeError(`${stopping.map(({ says }) => says).join('. ')}. Nothing was changed.`);
};

/** Judges what was read before a role is attached. */
export const checkAttach = (readings: AttachReadings): CheckResult[] => [
  placeCheck(readings),
  instanceCheck(readings),
  associationsCheck(readings),
  roleCheck(readings),
  profileCheck(readings),
  trustCheck(readings),
  passRoleCheck(readings),
];

const pass = (id: CheckId, says: string): CheckResult => ({ id, verdict: 'pass', says });
const fail = (id: CheckId, says: string): CheckResult => ({ id, verdict: 'fail', says });
const stop = (id: CheckId, says: string): CheckResult => ({ id, verdict: 'fail', says, stops: true });

const unknown = (id: CheckId, what: string, { failure }: Asked<unknown>): CheckResult => ({
  id,
  verdict: 'unknown',
  says: `${what} is not known${failure === undefined ? '' : ` (${failure.explanation.why})`}`,
});

/** Whether the change is made in the account and the region that the sidebar shows. */
export const placeCheck = ({ request, region, identity }: PlaceReadings): CheckResult => {
  const id = 'place';
  const shown = request.instance.region;
  if (region !== shown)
    return stop(id, `The sidebar shows region ${shown}, but the change would be made in ${region}`);
  const { value } = identity;
  if (value === undefined || request.account === undefined)
    return unknown(id, 'Whether the credentials are of the account in the sidebar', identity);
  return value.account === request.account
    ? pass(id, `Account ${value.account} and region ${region} are those of the sidebar`)
    : stop(
        id,
        `The sidebar shows account ${request.account}, but the credentials are of account ${value.account} now`,
      );
};

const instanceCheck = ({ request, instance }: AttachReadings): CheckResult => {
  const id = 'instance';
  const name = nameOf(request.instance);
  if (instance.failure !== undefined) return unknown(id, `Whether ${name} is running or stopped`, instance);
  const { value } = instance;
  if (value === undefined) return stop(id, `${name} no longer exists`);
  return value.state === 'running' || value.state === 'stopped'
    ? pass(id, `${name} is ${value.state}`)
    : stop(
        id,
        `${name} is ${value.state}; the role of an instance can be changed while it is running or stopped`,
      );
};

const associationsCheck = ({ request, instance, associations }: AttachReadings): CheckResult => {
  const id = 'associations';
  const name = nameOf(request.instance);
  if (associations.failure !== undefined) {
    const shown = instance.value && profileWords(nameIn(instance.value.profileArn));
    const what =
      shown === undefined
        ? `Which instance profile ${name} has`
        : `EC2 shows ${shown} with ${name}; whether that is settled`;
    const { says, ...rest } = unknown(id, what, associations);
    return {
      ...rest,
      says: `${says}. Where it has another profile already, AWS refuses and nothing is changed`,
    };
  }
  const moving = associations.value.some(
    ({ state }) => state === 'associating' || state === 'disassociating',
  );
  return moving
    ? { id, verdict: 'unknown', says: `AWS is still changing the instance profile of ${name}` }
    : pass(id, `The instance profile of ${name} is settled`);
};

const nameIn = (arn: string | undefined): string | undefined =>
  arn === undefined ? undefined : nameInArn(arn);

/** Whether the role is still there. */
export const roleCheck = ({ request, role }: RoleReadings): CheckResult => {
  const { name } = request.role;
  if (role.failure?.kind === 'notFound') return stop('role', `Role ${name} no longer exists`);
  return role.failure === undefined
    ? pass('role', `Role ${name} exists`)
    : unknown('role', `Whether role ${name} still exists`, role);
};

const profileCheck = ({ request, holding, named }: AttachReadings): CheckResult => {
  const id = 'profile';
  const { name } = request.role;
  if (holding.failure !== undefined) return unknown(id, `Which instance profiles hold role ${name}`, holding);
  const profiles = holding.value;
  const crowded = profiles.find(({ roles }) => roles.length !== 1);
  if (crowded !== undefined)
    return fail(id, `Instance profile ${crowded.name} holds ${crowded.roles.length} roles, not one`);
  if (profiles.length > 0)
    return pass(id, `Role ${name} is in ${profiles.map((each) => each.name).join(', ')}`);
  if (named.failure !== undefined) return unknown(id, `Whether instance profile ${name} exists`, named);
  return pass(id, `Role ${name} is in no instance profile yet; one is made ready for it`);
};

/** Whether programs on an instance get credentials of the role. */
export const trustCheck = ({ request, trust }: TrustReadings): CheckResult => {
  const id = 'trust';
  const { name } = request.role;
  if (trust.answer === 'yes') return pass(id, `The trust policy of ${name} lets EC2 assume it`);
  const problem = roleOnInstanceProblem(request.role, trust);
  return problem === undefined
    ? { id, verdict: 'unknown', says: `Whether EC2 may assume ${name} is not certain: ${trust.reason}` }
    : fail(id, `${problem}. Programs on the instance will get no credentials`);
};

/** Whether the caller may hand the role to EC2. */
export const passRoleCheck = ({ request, identity, mayPass }: PassReadings): CheckResult => {
  const id = 'passRole';
  const { name } = request.role;
  const who = identity.value?.arn ?? 'the caller';
  if (mayPass.value === undefined) return unknown(id, `Whether you may pass role ${name} to EC2`, mayPass);
  return mayPass.value
    ? pass(id, `${who} may pass role ${name} to EC2`)
    : fail(id, `The policies of ${who} do not allow iam:PassRole on role ${name}, so AWS may refuse`);
};
