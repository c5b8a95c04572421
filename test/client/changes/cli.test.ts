import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { Action } from '../../../client/src/changes/action';
import { cliCommands, quoted } from '../../../client/src/changes/cli';
import { instance } from '../support/fakeConnection';

const hostile = [
  'plain-Name_1',
  "it's",
  '$(touch /tmp/owned)',
  '`id`',
  'a; rm -rf /',
  '"quoted"',
  'line\nbreak',
  '${env:HOME}',
  '-rf',
  '*',
  '\\',
  '',
  '\u001b[31mred',
];

/** What a shell makes of command lines: the words that `aws` gets, a call in each array. */
const callsOf = (commands: readonly string[]): string[][] => {
  const script = `aws() { printf '%s\\0' "$@"; printf '\\n\\0'; }\n${commands.join('\n')}`;
  const output = execFileSync('sh', ['-c', script], { encoding: 'utf8' });
  return output
    .split('\n\0')
    .filter((call) => call !== '')
    .map((call) => call.split('\0').slice(0, -1));
};

describe('the AWS CLI’s commands that do the same', () => {
  const place = { profile: 'it’s $HOME', region: 'eu-west-1' };
  const where = ['--profile', place.profile, '--region', place.region];

  it('gives the shell every word as it is', () => {
    const words = hostile.map(quoted).join(' ');
    assert.deepEqual(callsOf([`aws ${words}`]), [hostile]);
  });

  it('names the profile and the region in every command', () => {
    const actions: Action[] = hostile.map((name) => ({ kind: 'createProfile', profileName: name }));
    assert.deepEqual(
      callsOf(cliCommands(actions, place)),
      hostile.map((name) => [...where, 'iam', 'create-instance-profile', '--instance-profile-name', name]),
    );
  });

  const web = instance('i-1', 'web');
  const stopped = instance('i-1', 'web', 'stopped');
  const table: [string, Action, RegExp][] = [
    [
      'associates',
      { kind: 'associate', instance: web, from: undefined, to: 'P' },
      /^aws --region r ec2 associate-iam-instance-profile --instance-id i-1 --iam-instance-profile Name=P$/,
    ],
    [
      'replaces, asking for the association first',
      { kind: 'associate', instance: web, from: 'O', to: 'P' },
      /replace-iam-instance-profile-association --association-id "\$\(aws --region r ec2 describe-iam.*i-1.*\)" --iam-instance-profile Name=P$/,
    ],
    [
      'disassociates and associates where the instance is stopped',
      { kind: 'associate', instance: stopped, from: 'O', to: 'P' },
      /disassociate-iam-instance-profile[^]*\naws --region r ec2 associate-iam-instance-profile/,
    ],
    [
      'disassociates',
      { kind: 'associate', instance: web, from: 'O', to: undefined },
      /^aws --region r ec2 disassociate-iam-instance-profile --association-id "\$\(/,
    ],
  ];
  for (const [what, action, says] of table)
    it(what, () => {
      assert.match(cliCommands([action], { profile: undefined, region: 'r' }).join('\n'), says);
    });
});
