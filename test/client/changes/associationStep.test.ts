import assert from 'node:assert/strict';
import type { Association } from '../../../client/src/aws/model';
import { nextStep } from '../../../client/src/changes/associationStep';
import { association } from '../support/fakeConnection';

const has = (...associations: [profile: string, state?: Association['state']][]) =>
  associations.map(([profile, state]) => association('i-1', profile, state));

describe('what to do next for an instance to have another profile', () => {
  /** State of the instance, what it has, what it must have and is to have, and the step. */
  const table: [string, Association[], string | undefined, string | undefined, string][] = [
    ['running', has(), undefined, 'New', 'associate'],
    ['stopped', has(), undefined, 'New', 'associate'],
    ['running', has(['Old']), 'Old', 'New', 'replace'],
    ['stopped', has(['Old']), 'Old', 'New', 'swap'],
    ['running', has(['Old']), 'Old', undefined, 'disassociate'],
    ['stopped', has(['Old']), 'Old', undefined, 'disassociate'],

    ['running', has(['New']), 'Old', 'New', 'nothing'],
    ['stopped', has(['New']), undefined, 'New', 'nothing'],
    ['running', has(), 'Old', undefined, 'nothing'],
    ['running', has(['Old', 'disassociated']), 'Old', undefined, 'nothing'],
    ['running', has(['Old', 'disassociated']), undefined, 'New', 'associate'],

    ['running', has(['Old', 'associating']), 'Old', 'New', 'wait'],
    ['running', has(['New', 'associating']), 'Old', 'New', 'wait'],
    ['running', has(['Old', 'disassociating']), undefined, 'New', 'wait'],
    ['running', has(['Old', 'disassociating'], ['New', 'associating']), 'Old', 'New', 'wait'],
    ['stopped', has(['Old', 'disassociating']), 'Old', undefined, 'wait'],

    ['running', has(['Theirs']), 'Old', 'New', 'changed'],
    ['running', has(), 'Old', 'New', 'changed'],
    ['running', has(['Theirs']), undefined, 'New', 'changed'],
    ['stopped', has(['Theirs']), 'Old', undefined, 'changed'],

    ['pending', has(), undefined, 'New', 'wrongState'],
    ['stopping', has(['Old']), 'Old', 'New', 'wrongState'],
    ['stopping', has(['Old']), 'Old', undefined, 'wrongState'],
    ['terminated', has(['Old']), 'Old', 'New', 'gone'],
    ['shutting-down', has(), undefined, 'New', 'gone'],
    ['terminated', has(['Old']), 'Old', undefined, 'nothing'],
  ];
  for (const [state, associations, from, to, step] of table) {
    const what = associations.map((each) => `${each.profileArn.split('/')[1]} ${each.state}`).join(' and ');
    it(`${state}, ${what || 'no profile'}, from ${from ?? 'none'} to ${to ?? 'none'}: ${step}`, () => {
      assert.equal(nextStep({ state, associations }, from, to).kind, step);
    });
  }

  it('has nothing to detach from an instance that does not exist any more, and nothing to attach to', () => {
    assert.equal(nextStep({ state: undefined, associations: [] }, 'Old', undefined).kind, 'nothing');
    assert.equal(nextStep({ state: undefined, associations: [] }, undefined, 'New').kind, 'gone');
  });
});
