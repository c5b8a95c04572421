import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { accountAlias } from './accountAlias';
import type { Connection, MfaPrompt, Place, PlaceSettings } from './api';
import { Caller, type Decode } from './call';
import { consoleSignIn } from './consoleSignIn';
import { type CredentialOptions, type CredentialSource, credentialSource } from './credentials';
import { Ec2 } from './ec2';
import { explain } from './explain';
import { Iam } from './iam';
import { IamRoles } from './iamRoles';
import type { AssumedRole, SessionCredentials } from './model';
import { Network } from './network';
import { Policies } from './policies';
import { ownSession } from './ownSession';
import { readSections, type Sections } from './profiles';
import { PatientRetries } from './retry';
import { endpointFor, type Environment, filled, readSettings, regionFor } from './settings';
import { Sts } from './sts';

/** What the person chose; what is undefined comes from the environment and the profile. */
export interface Choice {
  readonly profile: string | undefined;
  readonly region: string | undefined;
  /** Regions whose instances are shown besides. */
  readonly moreRegions?: readonly string[];
  /** The profile to take credentials from, where another names the place: the `source_profile` of a role's profile. */
  readonly credentialsOf?: string;
}

/**
 * Opens a connection without making a call: credentials are fetched by the first call that needs them.
 * The shared files are read afresh, so that a person who edited them need not restart anything.
 * @throws AwsFailure where the profile does not exist or no region is known
 */
export const connect = async (
  choice: Choice,
  askMfa: MfaPrompt,
  environment: Environment = process.env,
): Promise<Connection> => {
  const sections = await readSections();
  const place = placeFor(choice, sections, environment);
  const settings = readSettings(sections, place.profile, environment);
  const { region, profile } = place;
  const source: CredentialOptions = {
    profile: choice.credentialsOf ?? profile,
    region,
    stsEndpoint: endpointFor('sts', settings),
    askMfa,
  };
  const credentials = credentialSource(source);

  return new RegionConnection({ settings, credentials, source }, place);
};

/** What connections to several regions of one account share. */
interface Shared {
  readonly settings: PlaceSettings;
  readonly credentials: CredentialSource;
  /** By which the credentials can be got afresh. */
  readonly source: CredentialOptions;
}

/** The clients of one region, and of the other regions that were asked for. */
class RegionConnection implements Connection {
  readonly settings: PlaceSettings;
  readonly ec2: Ec2;
  readonly network: Network;
  readonly policies: Policies;
  readonly iam: Iam;
  readonly roles: IamRoles;
  readonly sts: Sts;
  readonly #clients: readonly { destroy(): void }[];
  readonly #others = new Map<string, RegionConnection>();

  constructor(
    private readonly shared: Shared,
    readonly place: Place,
  ) {
    const { settings } = shared;
    this.settings = settings;
    const { region } = place;
    const config = (service: string) => this.#config(service);
    const caller = (service: string) => this.#caller(service);
    const reading = () => ({ retryStrategy: new PatientRetries() });
    const writing = { maxAttempts: 1 };
    const ec2 = [
      new EC2Client({ ...config('ec2'), ...reading() }),
      new EC2Client({ ...config('ec2'), ...writing }),
    ] as const;
    const iam = [
      new IAMClient({ ...config('iam'), ...reading() }),
      new IAMClient({ ...config('iam'), ...writing }),
    ] as const;
    this.sts = new Sts(config('sts'), caller('sts'));
    this.ec2 = new Ec2(...ec2, caller('ec2'), region);
    this.network = new Network(ec2[0], caller('ec2'));
    this.policies = new Policies(...iam, caller('iam'));
    this.iam = new Iam(...iam, caller('iam'));
    this.roles = new IamRoles(...iam, caller('iam'));
    this.#clients = [...ec2, ...iam];
  }

  #config(service: string) {
    const { settings, credentials } = this.shared;
    const endpoint = endpointFor(service, settings);
    const { region } = this.place;
    return { region, credentials, requestHandler, ...(endpoint === undefined ? {} : { endpoint }) };
  }

  #caller(service: string): Caller {
    const decode: Decode = (message) => this.sts.decode(message);
    return new Caller({ ...this.place, endpoint: endpointFor(service, this.shared.settings) }, decode);
  }

  in(region: string): Connection {
    if (region === this.place.region) return this;
    const known = this.#others.get(region);
    if (known) return known;
    const other = new RegionConnection(this.shared, { ...this.place, region });
    this.#others.set(region, other);
    return other;
  }

  /** A new source reads and asks anew, where the connection's own keeps what it has. */
  ownSession(signal?: AbortSignal): Promise<AssumedRole> {
    return ownSession(credentialSource(this.shared.source), this.sts, this.#caller('sts'), signal);
  }

  accountAlias(credentials?: SessionCredentials): Promise<string | undefined> {
    return accountAlias({ ...this.#config('iam'), credentials: credentials ?? this.shared.credentials });
  }

  consoleSignIn(credentials: SessionCredentials, signal?: AbortSignal): Promise<string> {
    const endpoint = endpointFor('signin', this.settings);
    return consoleSignIn(credentials, this.place.region, endpoint, this.#caller('signin'), signal);
  }

  dispose(): void {
    for (const client of this.#clients) client.destroy();
    this.sts.dispose();
    for (const other of this.#others.values()) other.dispose();
  }
}

/** Times in milliseconds. Without them a silent endpoint would keep the sidebar loading for ever. */
const requestHandler = { connectionTimeout: 5_000, requestTimeout: 60_000, throwOnRequestTimeout: true };

const placeFor = (choice: Choice, sections: Sections, environment: Environment): Place => {
  const profile = choice.profile ?? filled(environment.AWS_PROFILE);
  const region = regionFor(choice.region, sections, profile, environment);
  const fail = (code: string) =>
    explain(
      { code },
      { action: '', doing: 'connect to AWS', profile, region: region ?? '', endpoint: undefined },
    );
  if (profile !== undefined && sections[profile] === undefined) throw fail('MissingProfile');
  if (choice.credentialsOf !== undefined && sections[choice.credentialsOf] === undefined)
    throw explain(
      { code: 'MissingProfile' },
      {
        action: '',
        doing: `use the source profile of profile "${profile ?? 'default'}"`,
        profile: choice.credentialsOf,
        region: region ?? '',
        endpoint: undefined,
      },
    );
  if (region === undefined) throw fail('NoRegion');
  return { profile, region };
};
