import type { Connection } from '../aws/api';
import {
  type Association,
  type Instance,
  type InstanceProfile,
  nameInArn,
  type Role,
  type RolePolicies,
} from '../aws/model';
import { accessChange } from './access';
import { movingOf } from './associationStep';
import { type CheckResult, passRoleCheck, placeCheck, roleCheck, trustCheck } from './checks';
import type { ManyFacts, ManyPlan } from './many';
import { type Asked, asked, askMayPass, type AttachReadings, shownWith, type TrustCheck } from './preflight';
import { type ChangeRun, throwIfCancelled } from './run';
import { looks } from './settle';

/** Read once for all instances that are to get a role. */
export interface SharedReadings extends Pick<
  AttachReadings,
  'identity' | 'role' | 'mayPass' | 'trust' | 'policies'
> {
  readonly profiles: Asked<readonly InstanceProfile[]>;
}

/** Reads what is the same for all of them: eight calls, and one more for each thousand profiles. */
export const readShared = async (
  role: Role,
  connection: Connection,
  ec2MayAssume: TrustCheck,
): Promise<SharedReadings> => {
  const { iam, sts } = connection;
  const identity = asked(() => sts.identity());
  const fresh = asked(() => iam.role(role.name));
  const [found, mayPass, trust, policies, profiles] = await Promise.all([
    fresh,
    askMayPass(identity, role, connection),
    fresh.then(({ value }) => ec2MayAssume(value ?? role)),
    asked(() => iam.policiesOf(role.name)),
    asked(() => all(iam.instanceProfiles())),
  ]);
  return { identity: await identity, role: found, mayPass, trust, policies, profiles };
};

/** What the instances are and have now. */
export interface InstanceReadings {
  readonly instances: readonly Instance[];
  readonly associations: readonly Association[];
  /** What could not be read; the sidebar, and what EC2 shows with the instances, stand in for it. */
  readonly failures: readonly Asked<unknown>[];
}

/** Reads the instances and their associations: two paged lists a region, and nothing for each instance. */
export const readInstances = async (
  wanted: readonly Instance[],
  connectionTo: (instance: Instance) => Promise<Pick<Connection, 'ec2'>>,
): Promise<InstanceReadings> => {
  const regions = [...new Map(wanted.map((each) => [each.region, each])).values()];
  const read = await Promise.all(
    regions.map(async (one) => {
      const { ec2 } = await connectionTo(one);
      const [listed, associations] = await Promise.all([
        asked(() => all(ec2.instances())),
        asked(() => all(ec2.associations())),
      ]);
      const instances = wanted
        .filter(({ region }) => region === one.region)
        .map((each) => current(each, listed.value));
      return {
        instances,
        associations: associations.value ?? instances.flatMap(shownWith),
        failures: [listed, associations].filter(({ failure }) => failure !== undefined),
      };
    }),
  );
  const ids = new Set(wanted.map(({ id }) => id));
  return {
    instances: read.flatMap(({ instances }) => instances),
    associations: read.flatMap(({ associations }) => associations).filter((each) => ids.has(each.instanceId)),
    failures: read.flatMap(({ failures }) => failures),
  };
};

/** An instance that AWS does not list is gone; where it lists none because it may not, the sidebar's is what is known. */
const current = (known: Instance, listed: readonly Instance[] | undefined): Instance =>
  listed === undefined
    ? known
    : (listed.find(({ id }) => id === known.id) ?? { ...known, state: 'terminated' });

/** Reads again while AWS is still changing any of them: for a minute at most, or until cancelled. */
export const allSettled = async (
  read: () => Promise<InstanceReadings>,
  run: ChangeRun,
): Promise<InstanceReadings> => {
  let found = await read();
  for (const wait of looks) {
    throwIfCancelled(run);
    const moving = movingOf(found.associations);
    if (moving === undefined) break;
    run.report(`Waiting while AWS is still ${moving.state} ${nameInArn(moving.profileArn)}…`);
    await run.pause(wait * 1000);
    throwIfCancelled(run);
    found = await read();
  }
  return found;
};

/** What was looked at before many instances get a role: what is the same for all once, the place for each. */
export const checkMany = (
  role: Role,
  shared: SharedReadings,
  { instances, failures }: Pick<InstanceReadings, 'instances' | 'failures'>,
): CheckResult[] => {
  const { identity, mayPass, trust } = shared;
  const accounts = [...new Map(instances.map((each) => [each.account, each])).values()];
  return [
    ...accounts.map((instance) =>
      placeCheck({ request: { instance, account: instance.account }, region: instance.region, identity }),
    ),
    roleCheck({ request: { role }, role: shared.role }),
    trustCheck({ request: { role }, trust }),
    passRoleCheck({ request: { role }, identity, mayPass }),
    ...failures.map(({ failure }) => ({
      ...{ id: 'associations' as const, verdict: 'unknown' as const },
      says: `What the instances have now is not wholly known (${failure?.explanation.why ?? ''}); where AWS refuses, nothing is changed`,
    })),
  ];
};

/** The role that each of the profiles holds. */
const roleIn = (profiles: ManyFacts['profiles'], name: string | undefined): string | undefined =>
  profiles.find((profile) => profile.name === name)?.roles[0]?.name;

/** Roles whose policies are read for the summary; the others' are not known. */
const mostRoles = 5;

/** What the instances gain and lose, a line for each role they have now. Two calls for each of at most five roles. */
export const accessOfMany = async (
  { changes }: Pick<ManyPlan, 'changes'>,
  { profiles, policies }: { profiles: ManyFacts['profiles']; policies: Asked<RolePolicies> },
  { iam }: Pick<Connection, 'iam'>,
): Promise<string[]> => {
  const counts = new Map<string, number>();
  for (const { from } of changes) {
    const now = from === undefined ? 'no role' : (roleIn(profiles, from) ?? 'a role that is not known');
    counts.set(now, (counts.get(now) ?? 0) + 1);
  }
  const known = new Set(profiles.flatMap(({ roles }) => roles.map(({ name }) => name)));
  return Promise.all(
    [...counts].map(async ([now, count], at) => {
      const old =
        known.has(now) && at < mostRoles ? (await asked(() => iam.policiesOf(now))).value : undefined;
      const { gained, lost } = accessChange(now === 'no role' ? 'none' : old, policies.value);
      return `${count} with ${now}: gain ${namesOf(gained)}; lose ${namesOf(lost)}`;
    }),
  );
};

const namesOf = (names: readonly string[] | undefined): string => {
  if (names === undefined) return 'what is not known';
  if (names.length === 0) return 'nothing';
  return names.slice(0, 4).join(', ') + (names.length > 4 ? ` and ${names.length - 4} more` : '');
};

const all = async <T>(pages: AsyncIterable<T[]>): Promise<T[]> => {
  const found: T[] = [];
  for await (const page of pages) found.push(...page);
  return found;
};
