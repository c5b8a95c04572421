import assert from 'node:assert/strict';
import { inert, inertInLabel, inertInMessage } from '../../client/src/inert';

describe('text from outside', () => {
  it('loses what controls or reorders text', () => {
    assert.equal(inert('a\u0000b\u001b[31mc\u202ed\u2066e\u200bf\u2028g'), 'a b [31mc d e f g');
  });
  it('is cut without splitting a character', () => {
    assert.equal(inert('😀'.repeat(10), 4), '😀😀😀…');
  });
  it('becomes no link in a notification', () => {
    assert.equal(inertInMessage('[x](command:evil)'), '[x] (command:evil)');
  });
  it('becomes no icon in a label', () => {
    assert.equal(inertInLabel('$(bug) $x'), '\\$(bug) $x');
  });
});
