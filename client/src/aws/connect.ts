import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import type { Connection, MfaPrompt, Place } from './api';
import { Caller, type Decode } from './call';
import { credentialSource } from './credentials';
import { Ec2 } from './ec2';
import { explain } from './explain';
import { Iam } from './iam';
import { IamRoles } from './iamRoles';
import { readSections, type Sections } from './profiles';
import { endpointFor, type Environment, filled, readSettings, regionFor } from './settings';
import { Sts } from './sts';

/** What the person chose; what is undefined comes from the environment and the profile. */
export interface Choice {
  readonly profile: string | undefined;
  readonly region: string | undefined;
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
  const credentials = credentialSource({
    profile,
    region,
    stsEndpoint: endpointFor('sts', settings),
    askMfa,
  });

  const config = (service: string) => {
    const endpoint = endpointFor(service, settings);
    return { region, credentials, requestHandler, ...(endpoint === undefined ? {} : { endpoint }) };
  };
  const decode: Decode = (message) => sts.decode(message);
  const caller = (service: string) =>
    new Caller({ profile, region, endpoint: endpointFor(service, settings) }, decode);

  const ec2 = {
    reader: new EC2Client(config('ec2')),
    writer: new EC2Client({ ...config('ec2'), maxAttempts: 1 }),
  };
  const iam = {
    reader: new IAMClient(config('iam')),
    writer: new IAMClient({ ...config('iam'), maxAttempts: 1 }),
  };
  const sts = new Sts(config('sts'), caller('sts'));
  return {
    place,
    settings,
    ec2: new Ec2(ec2.reader, ec2.writer, caller('ec2')),
    iam: new Iam(iam.reader, iam.writer, caller('iam')),
    roles: new IamRoles(iam.reader, iam.writer, caller('iam')),
    sts,
    dispose: () => {
      for (const client of [ec2.reader, ec2.writer, iam.reader, iam.writer, sts]) destroy(client);
    },
  };
};

/** Times in milliseconds. Without them a silent endpoint would keep the sidebar loading for ever. */
const requestHandler = { connectionTimeout: 5_000, requestTimeout: 60_000, throwOnRequestTimeout: true };

const destroy = (client: EC2Client | IAMClient | Sts) => {
  if (client instanceof Sts) client.dispose();
  else client.destroy();
};

const placeFor = (choice: Choice, sections: Sections, environment: Environment): Place => {
  const profile = choice.profile ?? filled(environment.AWS_PROFILE);
  const region = regionFor(choice.region, sections, profile, environment);
  const fail = (code: string) =>
    explain(
      { code },
      { action: '', doing: 'connect to AWS', profile, region: region ?? '', endpoint: undefined },
    );
  if (profile !== undefined && sections[profile] === undefined) throw fail('MissingProfile');
  if (region === undefined) throw fail('NoRegion');
  return { profile, region };
};
