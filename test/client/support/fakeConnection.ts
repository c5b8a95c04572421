import type {
  Connection,
  Ec2Api,
  IamApi,
  NetworkApi,
  PoliciesApi,
  RolesApi,
  StsApi,
} from '../../../client/src/aws/api';
import type { Association, Instance, InstanceProfile, Role } from '../../../client/src/aws/model';
import { ec2TrustText } from './account';

/** The lists of an imagined account, in pages. */
export interface FakeLists {
  readonly instances?: AsyncIterable<Instance[]>;
  readonly associations?: AsyncIterable<Association[]>;
  readonly roles?: AsyncIterable<Role[]>;
  readonly profiles?: AsyncIterable<InstanceProfile[]>;
}

/** A connection that answers from lists and counts the calls, by name. */
export class FakeConnection implements Connection {
  readonly calls: string[] = [];
  readonly settings = { endpoint: undefined, serviceEndpoints: {}, plain: {}, mfaSerial: undefined };
  readonly ec2: Ec2Api;
  readonly network: NetworkApi;
  readonly policies: PoliciesApi;
  readonly iam: IamApi;
  readonly roles: RolesApi;
  readonly sts: StsApi;

  constructor(
    private readonly lists: FakeLists,
    readonly place = { profile: 'fake' as string | undefined, region: 'eu-west-1' },
  ) {
    const none = <T>(): AsyncIterable<T[]> => pages<T>([]);
    this.ec2 = this.#counting<Ec2Api>({
      instances: () => lists.instances ?? none(),
      associations: () => lists.associations ?? none(),
    });
    this.policies = this.#counting<PoliciesApi>({});
    this.network = this.#counting<NetworkApi>({});
    this.iam = this.#counting<IamApi>({
      roles: () => lists.roles ?? none(),
      instanceProfiles: () => lists.profiles ?? none(),
      role: (name) => Promise.resolve({ ...role(name), boundaryArn: undefined, lastUsed: undefined }),
      policiesOf: () =>
        Promise.resolve({ managed: [{ name: 'P', arn: 'arn:aws:iam::aws:policy/P' }], inline: ['I'] }),
    });
    this.roles = this.#counting<RolesApi>({});
    this.sts = this.#counting<StsApi>({});
  }

  in(region: string): Connection {
    return region === this.place.region ? this : new FakeConnection(this.lists, { ...this.place, region });
  }

  ownSession(): ReturnType<Connection['ownSession']> {
    return Promise.reject(new Error('a fake has no credentials'));
  }

  accountAlias(): Promise<string | undefined> {
    return Promise.resolve(undefined);
  }

  consoleSignIn(): Promise<string> {
    return Promise.reject(new Error('a fake has no console'));
  }

  dispose(): void {
    // Nothing is open.
  }

  #counting<T extends object>(api: Partial<T>): T {
    return new Proxy(api, {
      get: (target, name) => {
        this.calls.push(String(name));
        return Reflect.get(target, name) as unknown;
      },
    }) as T;
  }
}

/** A paged list whose pages come at once. */
export async function* pages<T>(...all: T[][]): AsyncIterable<T[]> {
  for (const page of all) yield await Promise.resolve(page);
}

/** A paged list that fails after some pages. */
export async function* failing<T>(error: unknown, ...all: T[][]): AsyncIterable<T[]> {
  for (const page of all) yield await Promise.resolve(page);
  throw error;
}

const owner = '123456789012';

export const instance = (id: string, name?: string, state = 'running'): Instance => ({
  id,
  name,
  state,
  type: 't3.micro',
  zone: 'eu-west-1a',
  privateIp: '10.0.0.1',
  launchedAt: new Date('2026-01-02T03:04:05Z'),
  account: owner,
  region: 'eu-west-1',
});

export const role = (name: string, trust: string | undefined = ec2TrustText, path = '/'): Role => ({
  name,
  arn: `arn:aws:iam::${owner}:role${path}${name}`,
  path,
  description: undefined,
  createdAt: undefined,
  maxSessionSeconds: 3600,
  trust,
});

export const profile = (name: string, ...roles: Role[]): InstanceProfile => ({
  name,
  arn: `arn:aws:iam::${owner}:instance-profile/${name}`,
  path: '/',
  roles,
});

export const association = (
  instanceId: string,
  profileName: string,
  state: Association['state'] = 'associated',
): Association => ({ id: `assoc-${instanceId}`, instanceId, profileArn: profile(profileName).arn, state });
