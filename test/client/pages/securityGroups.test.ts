import assert from 'node:assert/strict';
import type {
  InstanceNetwork,
  Peer,
  SecurityGroup,
  SecurityGroupRule,
} from '../../../client/src/aws/networkModel';
import { html } from '../../../client/src/pages/html';
import { actions, renderSecurityGroups } from '../../../client/src/pages/securityGroups/render';
import { ruleTables } from '../../../client/src/pages/securityGroups/rules';
import { toCsv, toMarkdown } from '../../../client/src/pages/securityGroups/text';
import { hostile } from '../support/hostile';

const rule = (protocol: string, ports: readonly [number?, number?], peer: Peer, description?: string) =>
  ({ protocol, from: ports[0], to: ports[1], peer, description }) satisfies SecurityGroupRule;
const range = (cidr: string): Peer => ({ kind: 'range', cidr });
const group = (
  id: string,
  name: string,
  inbound: SecurityGroupRule[],
  outbound: SecurityGroupRule[] = [],
): SecurityGroup => ({
  id,
  name,
  description: '',
  vpcId: 'vpc-1',
  inbound,
  outbound,
});
const network = (
  groups: SecurityGroup[],
  names: readonly (readonly [string, string])[] = [],
): InstanceNetwork => ({
  interfaces: [
    {
      id: 'eni-1',
      description: 'primary',
      privateIp: '10.0.0.1',
      publicIp: '203.0.113.9',
      subnetId: 'subnet-1',
      groupIds: groups.map(({ id }) => id),
    },
  ],
  groups,
  names: new Map([...groups.map(({ id, name }) => [id, name] as const), ...names]),
});

describe('the rules of security groups, in words', () => {
  const peerGroup = (more: Partial<Extract<Peer, { kind: 'group' }>>): Peer => ({
    kind: 'group',
    id: 'sg-2',
    account: undefined,
    peeringId: undefined,
    peeringStatus: undefined,
    ...more,
  });
  const cases: [SecurityGroupRule, string][] = [
    [rule('tcp', [22, 22], range('203.0.113.0/24')), 'TCP | 22 (SSH) | 203.0.113.0/24'],
    [rule('tcp', [443, 443], range('0.0.0.0/0')), 'TCP | 443 (HTTPS) | 0.0.0.0/0 (everywhere) | open'],
    [rule('tcp', [80, 80], range('::/0')), 'TCP | 80 (HTTP) | ::/0 (everywhere, IPv6) | open'],
    [rule('udp', [8000, 8100], range('10.0.0.0/8')), 'UDP | 8000–8100 | 10.0.0.0/8'],
    [rule('tcp', [0, 65535], range('10.0.0.0/8')), 'TCP | All | 10.0.0.0/8'],
    [rule('-1', [], range('0.0.0.0/0')), 'All | All | 0.0.0.0/0 (everywhere) | open'],
    [rule('icmp', [8, -1], range('10.0.0.0/8')), 'ICMP | type 8 (ping) | 10.0.0.0/8'],
    [rule('icmp', [-1, -1], range('10.0.0.0/8')), 'ICMP | All | 10.0.0.0/8'],
    [rule('50', [], range('10.0.0.0/8')), 'ESP | All | 10.0.0.0/8'],
    [rule('tcp', [5432, 5432], peerGroup({})), 'TCP | 5432 (PostgreSQL) | members of db (sg-2)'],
    [rule('tcp', [1234, 1234], peerGroup({ id: 'sg-1' })), 'TCP | 1234 | members of this group (sg-1)'],
    [
      rule(
        'tcp',
        [22, 22],
        peerGroup({ id: 'sg-9', account: '111122223333', peeringId: 'pcx-1', peeringStatus: 'deleted' }),
      ),
      'TCP | 22 (SSH) | members of sg-9 of account 111122223333 over peering to-partner (pcx-1) (deleted)',
    ],
    [
      rule('tcp', [443, 443], { kind: 'prefixList', id: 'pl-1' }),
      'TCP | 443 (HTTPS) | prefix list s3 (pl-1)',
    ],
  ];
  for (const [given, words] of cases) {
    it(words, () => {
      const { inbound } = ruleTables(
        network(
          [group('sg-1', 'web', [given])],
          [
            ['sg-2', 'db'],
            ['pl-1', 's3'],
            ['pcx-1', 'to-partner'],
          ],
        ),
      );
      const [row] = inbound;
      assert.equal([row?.protocol, row?.ports, row?.peer, ...(row?.open ? ['open'] : [])].join(' | '), words);
      assert.equal(row?.groupName, 'web');
    });
  }
});

describe('the page of security groups', () => {
  const page = (given: InstanceNetwork) =>
    renderSecurityGroups(
      { title: 'Security groups of web-1', where: 'i-1' },
      given,
      ruleTables(given),
      actions,
    ).text;
  const given = network([
    group(
      'sg-1',
      'web',
      [rule('tcp', [443, 443], range('0.0.0.0/0'), 'HTTPS')],
      [rule('-1', [], range('0.0.0.0/0'))],
    ),
    group('sg-2', 'ssh', [rule('tcp', [22, 22], range('203.0.113.0/24'), 'Office')]),
  ]);

  it('has inbound and outbound of every group, with tables a screen reader can announce', () => {
    const text = page(given);
    for (const part of ['web (sg-1)', 'ssh (sg-2)', '443 (HTTPS)', '22 (SSH)', 'Office', 'eni-1'])
      assert.ok(text.includes(part), part);
    assert.equal(text.match(/<caption/g)?.length, 3);
    assert.equal(text.match(/<th scope="col"/g)?.length, 14);
    assert.match(text, /Open to the world: 443 \(HTTPS\)/);
    assert.equal(
      text.match(/open to the world<\/strong>/g)?.length,
      1,
      'outbound to everywhere is not marked',
    );
  });

  it('says what an empty side means', () => {
    assert.match(page(network([group('sg-1', 'x', [])])), /No inbound rules: no inbound traffic is allowed/);
  });

  it('has neither scripts nor styles of its own', () => {
    assert.doesNotMatch(page(given), /<script|<style|style=|\son\w+=/i);
  });

  for (const text of hostile) {
    it(`shows as it is, in HTML, Markdown and CSV: ${JSON.stringify(text.slice(0, 40))}`, () => {
      const bad = network([group('sg-1', text, [rule('tcp', [1, 1], range('10.0.0.0/8'), text)])], []);
      const shown = page(bad);
      assert.doesNotMatch(shown, /<(script|img|a|iframe|svg|b)[\s>]/i);
      assert.doesNotMatch(shown, /[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069]/);
      const markdown = toMarkdown(text, ruleTables(bad));
      assert.doesNotMatch(markdown, /(?<!\\)[[<`]|(?<!\\)!\[|https?:\/\//);
      for (const line of toCsv(ruleTables(bad)).split('\r\n'))
        assert.doesNotMatch(line, /(^|,)"?[=+@-]/, 'no cell is a formula');
    });
  }

  it('becomes CSV that other programs read', () => {
    assert.deepEqual(toCsv(ruleTables(given)).split('\r\n').slice(0, 2), [
      'Direction,Protocol,Ports,Source or destination,Description,Security group,Open',
      'inbound,TCP,443 (HTTPS),0.0.0.0/0 (everywhere),HTTPS,web (sg-1),open to the world',
    ]);
  });

  it('escapes whatever goes into a page', () => {
    assert.equal(
      html`<p title="${'"><script>'}">${['a&b', html`<b>x</b>`]}</p>`.text,
      '<p title="&#34;&#62;&#60;script&#62;">a&#38;b<b>x</b></p>',
    );
  });
});
