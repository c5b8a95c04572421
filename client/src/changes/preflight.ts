import type { TrustVerdict } from '../../../server/src/protocol/serviceTrust';
import type { Connection } from '../aws/api';
import { explain } from '../aws/explain';
import type { AwsFailure } from '../aws/failure';
import {
  type Association,
  type Identity,
  type Instance,
  type InstanceProfile,
  nameInArn,
  type Role,
  type RolePolicies,
} from '../aws/model';
import { principalOf } from './principal';
import { associationsOf } from './settle';

/** What a call answered, or why it did not. */
export type Asked<T> =
  | { readonly value: T; readonly failure?: undefined }
  | { readonly value?: undefined; readonly failure: AwsFailure };

/** What the person sees in the sidebar, and is to get the role of. */
export interface AttachRequest {
  readonly instance: Instance;
  readonly role: Role;
  /** The account of the tree; undefined where it is not known. */
  readonly account: string | undefined;
}

/** Everything read before a role is attached. */
export interface AttachReadings {
  readonly request: AttachRequest;
  /** The region that the calls go to. */
  readonly region: string;
  readonly identity: Asked<Identity>;
  readonly instance: Asked<Instance | undefined>;
  readonly associations: Asked<readonly Association[]>;
  readonly role: Asked<Role>;
  /** The profiles that hold the role. */
  readonly holding: Asked<readonly InstanceProfile[]>;
  /** The profile of the role's name. */
  readonly named: Asked<InstanceProfile | undefined>;
  readonly trust: TrustVerdict;
  readonly mayPass: Asked<boolean>;
  readonly policies: Asked<RolePolicies>;
  /** The profile that the instance has now. */
  readonly present: Asked<InstanceProfile | undefined>;
  /** Policies of the role that the instance runs as now; undefined where it has none. */
  readonly presentPolicies: Asked<RolePolicies | undefined>;
}

/** Whether EC2 may assume a role, by its trust policy. */
export type TrustCheck = (role: Role) => Promise<TrustVerdict>;

/**
 * Reads in parallel all that attaching a role rests on: at most fourteen calls, none of which lists the account. What
 * cannot be read is not known, and stops nothing.
 */
export const readAttach = async (
  request: AttachRequest,
  connection: Connection,
  ec2MayAssume: TrustCheck,
): Promise<AttachReadings> => {
  const { ec2, iam, roles, sts } = connection;
  const { instance, role } = request;
  const identity = asked(() => sts.identity());
  const associations = asked(() => associationsOf(instance.id, connection));
  const freshRole = asked(() => iam.role(role.name));
  const freshInstance = asked(() => ec2.instance(instance.id));
  const present = presentProfile(associations, freshInstance, connection);
  const held = present.then(({ value }) => value?.roles[0]?.name);
  const readings = {
    identity,
    instance: freshInstance,
    associations,
    role: freshRole,
    holding: asked(() => iam.instanceProfilesOf(role.name)),
    named: asked(() => roles.profile(role.name)),
    trust: freshRole.then(({ value }) => ec2MayAssume(value ?? role)),
    mayPass: askMayPass(identity, role, connection),
    policies: asked(() => iam.policiesOf(role.name)),
    present,
    presentPolicies: held.then((name) =>
      asked(async () => (name === undefined ? undefined : iam.policiesOf(name))),
    ),
  };
  return { request, region: connection.place.region, ...(await allOf(readings)) };
};

/** The profile by the associations; where they may not be read, by what EC2 shows with the instance. */
const presentProfile = async (
  associations: Promise<Asked<readonly Association[]>>,
  instance: Promise<Asked<Instance | undefined>>,
  { roles }: Connection,
): Promise<Asked<InstanceProfile | undefined>> => {
  const { value, failure } = await associations;
  const shown = value === undefined ? await instance : undefined;
  if (failure !== undefined && shown?.value === undefined) return { failure };
  const current = (value ?? shownWith(shown?.value)).find(({ state }) => state === 'associated');
  return asked(async () =>
    current === undefined ? undefined : roles.profile(nameInArn(current.profileArn)),
  );
};

/** The association that EC2 shows with an instance: without its id, and without one that is on its way in or out. */
export const shownWith = (instance: Instance | undefined): Association[] =>
  instance?.profileArn === undefined
    ? []
    : [{ id: '', instanceId: instance.id, profileArn: instance.profileArn, state: 'associated' }];

/** Whether the caller may pass a role to EC2, be it one that is yet to be made: two calls at most. */
export const askMayPass = async (
  identity: Promise<Asked<Identity>>,
  role: Pick<Role, 'arn'>,
  connection: Pick<Connection, 'roles' | 'iam'>,
): Promise<Asked<boolean>> => {
  const { value } = await identity;
  return asked(() => mayPass(value, role, connection));
};

const mayPass = async (
  identity: Identity | undefined,
  role: Pick<Role, 'arn'>,
  { roles, iam }: Pick<Connection, 'roles' | 'iam'>,
): Promise<boolean> => {
  const principal = principalOf(identity?.arn ?? '');
  // The root user may do everything in its own account.
  if (principal === 'root') return true;
  if (principal === undefined) throw new Error('the caller is neither a user nor a role');
  const arn = principal.kind === 'role' ? (await iam.role(principal.name)).arn : principal.arn;
  return roles.mayPass(arn, role.arn);
};

/** Never throws: a check that breaks is a check that knows nothing. */
export const asked = async <T>(ask: () => Promise<T>): Promise<Asked<T>> => {
  try {
    return { value: await ask() };
  } catch (error) {
    return {
      failure: explain(error, {
        action: '',
        doing: 'check',
        profile: undefined,
        region: '',
        endpoint: undefined,
      }),
    };
  }
};

const allOf = async <T extends Record<string, Promise<unknown>>>(
  promises: T,
): Promise<{ [K in keyof T]: Awaited<T[K]> }> => {
  const entries = Object.entries(promises);
  const values = await Promise.all(entries.map(([, promise]) => promise));
  return Object.fromEntries(entries.map(([key], at) => [key, values[at]])) as {
    [K in keyof T]: Awaited<T[K]>;
  };
};
