import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BigAccountOptions {
  readonly instances: number;
  readonly roles: number;
  readonly profiles: number;
  /** Milliseconds until each answer, as over a network. */
  readonly latency?: number;
  /** How many calls are answered with a throttling error first. */
  readonly throttled?: number;
}

/** A call that was made, with what it asked for. */
export interface Call {
  readonly action: string;
  /** `MaxItems` or `MaxResults`; undefined where the caller left it open. */
  readonly pageSize: number | undefined;
}

/** The most a list gives at once, and what it gives where nobody says: https://docs.aws.amazon.com/IAM/latest/APIReference */
const most = 1000;
const usual: Readonly<Record<string, number>> = { iam: 100, ec2: 1000 };

/**
 * An account of any size that pages as AWS does (the emulator hardly pages), answers the sidebar's lists and counts the
 * calls. Listens on the loopback interface alone.
 */
export class BigAccount {
  readonly calls: Call[] = [];
  readonly #server: Server;
  #toThrottle: number;

  private constructor(private readonly options: BigAccountOptions) {
    this.#toThrottle = options.throttled ?? 0;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(options: BigAccountOptions): Promise<BigAccount> {
    const account = new BigAccount(options);
    await new Promise<void>((resolve) => account.#server.listen(0, '127.0.0.1', resolve));
    return account;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const asked = new URLSearchParams(body);
    const action = asked.get('Action') ?? '';
    const size = asked.get('MaxItems') ?? asked.get('MaxResults');
    this.calls.push({ action, pageSize: size === null ? undefined : Number(size) });
    await new Promise((resolve) => setTimeout(resolve, this.options.latency ?? 0));
    if (this.#toThrottle > 0) {
      this.#toThrottle--;
      const code = action.startsWith('List') ? 'Throttling' : 'RequestLimitExceeded';
      return send(response, 400, failure(code, action.startsWith('List')));
    }
    const page = lists[action];
    if (page === undefined) return send(response, 400, failure('InvalidAction', true));
    const isIam = action.startsWith('List');
    const from = Number(asked.get('Marker') ?? asked.get('NextToken') ?? 0);
    const count = Math.min(Number(size ?? usual[isIam ? 'iam' : 'ec2']), most);
    send(response, 200, page(this.options, from, count));
  }
}

const send = (response: ServerResponse, status: number, xml: string): void => {
  response.writeHead(status, { 'content-type': 'text/xml', 'x-amzn-requestid': 'r' });
  response.end(xml);
};

const failure = (code: string, isIam: boolean): string =>
  isIam
    ? `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>Rate exceeded</Message></Error><RequestId>r</RequestId></ErrorResponse>`
    : `<Response><Errors><Error><Code>${code}</Code><Message>Request limit exceeded.</Message></Error></Errors><RequestID>r</RequestID></Response>`;

const account = '123456789012';
const trust = encodeURIComponent(
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  }),
);
const at = '2026-01-02T03:04:05Z';
const role = (i: number): string =>
  `<Path>/</Path><RoleName>role-${i}</RoleName><RoleId>AROA${i}</RoleId><Arn>arn:aws:iam::${account}:role/role-${i}</Arn>` +
  `<CreateDate>${at}</CreateDate><MaxSessionDuration>3600</MaxSessionDuration>` +
  `<AssumeRolePolicyDocument>${trust}</AssumeRolePolicyDocument>`;
const profileArn = (i: number): string => `arn:aws:iam::${account}:instance-profile/profile-${i}`;
const instanceId = (i: number): string => `i-${i.toString(16).padStart(17, '0')}`;

type Page = (options: BigAccountOptions, from: number, count: number) => string;

const members = (from: number, to: number, make: (i: number) => string): string =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => make(from + i)).join('');

/** An answer around the members of a page; `next` is where the following page begins. */
type Answer = (action: string, list: string, members: string, next: number | undefined) => string;

const pageIn =
  (tag: string, answer: Answer) =>
  (
    action: string,
    list: string,
    total: (options: BigAccountOptions) => number,
    make: (i: number) => string,
  ): Page =>
  (options, from, count) => {
    const to = Math.min(from + count, total(options));
    const found = members(from, to, (i) => `<${tag}>${make(i)}</${tag}>`);
    return answer(action, list, found, to < total(options) ? to : undefined);
  };

const iamPage = pageIn(
  'member',
  (action, list, found, next) =>
    `<${action}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><${action}Result>` +
    `<IsTruncated>${next !== undefined}</IsTruncated>${next === undefined ? '' : `<Marker>${next}</Marker>`}` +
    `<${list}>${found}</${list}>` +
    `</${action}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></${action}Response>`,
);

const ec2Page = pageIn(
  'item',
  (action, list, found, next) =>
    `<${action}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId>` +
    `<${list}>${found}</${list}>` +
    `${next === undefined ? '' : `<nextToken>${next}</nextToken>`}</${action}Response>`,
);

const lists: Readonly<Record<string, Page>> = {
  ListRoles: iamPage('ListRoles', 'Roles', ({ roles }) => roles, role),
  ListInstanceProfiles: iamPage(
    'ListInstanceProfiles',
    'InstanceProfiles',
    ({ profiles }) => profiles,
    (i) =>
      `<Path>/</Path><InstanceProfileName>profile-${i}</InstanceProfileName><InstanceProfileId>AIPA${i}</InstanceProfileId>` +
      `<Arn>${profileArn(i)}</Arn><CreateDate>${at}</CreateDate><Roles><member>${role(i)}</member></Roles>`,
  ),
  DescribeInstances: ec2Page(
    'DescribeInstances',
    'reservationSet',
    ({ instances }) => instances,
    (i) =>
      `<reservationId>r-${i}</reservationId><ownerId>${account}</ownerId><instancesSet><item>` +
      `<instanceId>${instanceId(i)}</instanceId><imageId>ami-1</imageId><instanceState><code>16</code><name>running</name></instanceState>` +
      `<instanceType>t3.micro</instanceType><launchTime>${at}</launchTime><privateIpAddress>10.0.0.1</privateIpAddress>` +
      `<placement><availabilityZone>us-east-1a</availabilityZone></placement>` +
      `<tagSet><item><key>Name</key><value>web-${i}</value></item><item><key>env</key><value>${i % 2 ? 'prod' : 'test'}</value></item></tagSet>` +
      `</item></instancesSet>`,
  ),
  DescribeIamInstanceProfileAssociations: ec2Page(
    'DescribeIamInstanceProfileAssociations',
    'iamInstanceProfileAssociationSet',
    ({ instances }) => instances,
    (i) =>
      `<associationId>iip-assoc-${i}</associationId><instanceId>${instanceId(i)}</instanceId>` +
      `<iamInstanceProfile><arn>${profileArn(i % 1000)}</arn><id>AIPA</id></iamInstanceProfile><state>associated</state>`,
  ),
};
