import assert from 'node:assert/strict';
import { lineEndAt, lineStartAt } from '../../../server/src/service/model/lines';

describe('where a line begins', () => {
  for (const [text, offset, start] of [
    ['', 0, 0],
    ['\na', 0, 0],
    ['\na', 1, 1],
    ['a\nb', 1, 0],
    ['a\nb', 2, 2],
    ['a\nb', 3, 2],
    ['a\r\n', 3, 3],
  ] as const)
    it(`${JSON.stringify(text)} at ${offset}`, () => assert.equal(lineStartAt(text, offset), start));
});

describe('where a line ends', () => {
  for (const [text, offset, end] of [
    ['', 0, 0],
    ['a\nb', 0, 1],
    ['a\nb', 1, 1],
    ['a\nb', 2, 3],
  ] as const)
    it(`${JSON.stringify(text)} at ${offset}`, () => assert.equal(lineEndAt(text, offset), end));
});
