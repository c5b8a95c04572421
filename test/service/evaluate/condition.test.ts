import assert from 'node:assert/strict';
import { readJson } from '../../../server/src/service';
import { evaluateClause } from '../../../server/src/service/evaluate/condition';
import { type KnownKeys, RequestContext } from '../../../server/src/service/evaluate/requestContext';
import type { Ternary } from '../../../server/src/service/evaluate/ternary';

const key = 'aws:PrincipalTag/k';
type Values = string | readonly string[] | boolean | number;
type Row = [
  operator: string,
  values: Values,
  given: string | readonly string[] | null | undefined,
  met: Ternary,
];

/** The operator, what the policy says, what the request has (null: not the key; undefined: nobody knows). */
const rows: readonly Row[] = [
  ['StringEquals', 'a', 'a', 'yes'],
  ['StringEquals', 'a', 'A', 'no'],
  ['StringEquals', ['x', 'a'], 'a', 'yes'],
  ['StringEquals', 'a*', 'abc', 'no'],
  ['StringEquals', 'a', null, 'no'],
  ['StringEquals', 'a', undefined, 'unknown'],
  ['StringEquals', 'a', ['a', 'b'], 'unknown'],
  ['StringEqualsIgnoreCase', 'ABC', 'abc', 'yes'],
  ['StringNotEquals', 'a', 'b', 'yes'],
  ['StringNotEquals', ['a', 'b'], 'b', 'no'],
  ['StringNotEquals', 'a', null, 'yes'],
  ['StringNotEqualsIgnoreCase', 'A', 'a', 'no'],
  ['StringEqualsIfExists', 'a', null, 'yes'],
  ['StringEqualsIfExists', 'a', 'b', 'no'],
  ['StringLike', 'a*c', 'abbc', 'yes'],
  ['StringLike', 'a?c', 'abbc', 'no'],
  ['StringLike', 'a${*}c', 'a*c', 'yes'],
  ['StringLike', 'a${*}c', 'abc', 'no'],
  ['StringLike', 'a${?}', 'ab', 'no'],
  ['StringEquals', 'cost${$}', 'cost$', 'yes'],
  ['StringNotLike', 'a*', 'abc', 'no'],
  ['StringNotLike', ['a*', 'b*'], 'cd', 'yes'],
  ['stringlike', 'a*', 'abc', 'yes'],
  ['StringEquals', '${aws:username}', 'ann', 'yes'],
  ['StringEquals', '${aws:username}', 'bob', 'no'],
  ['StringEquals', '${aws:unheardof}', 'bob', 'unknown'],
  ['StringEquals', "${aws:PrincipalTag/none, 'bob'}", 'bob', 'yes'],
  ['StringEquals', '${aws:PrincipalTag/none}', 'bob', 'unknown'],
  ['StringEquals', 'x/${aws:username}/y', 'x/ann/y', 'yes'],
  ['NumericEquals', '10', '10.0', 'yes'],
  ['NumericEquals', 10, '10', 'yes'],
  ['NumericNotEquals', '10', '10', 'no'],
  ['NumericLessThan', '10', '9', 'yes'],
  ['NumericLessThan', '10', '10', 'no'],
  ['NumericLessThanEquals', '10', '10', 'yes'],
  ['NumericGreaterThan', '10', '11', 'yes'],
  ['NumericGreaterThanEquals', '10', '9', 'no'],
  ['NumericLessThan', 'ten', '9', 'unknown'],
  ['NumericLessThan', '10', 'nine', 'no'],
  ['DateLessThan', '2030-01-01T00:00:00Z', '2029-12-31', 'yes'],
  ['DateLessThan', '1893456000', '2029-12-31', 'yes'],
  ['DateGreaterThan', '2030-01-01', '2029-12-31', 'no'],
  ['DateEquals', '2030-01-01', '2030-01-01T00:00:00Z', 'yes'],
  ['DateGreaterThan', 'tomorrow', '2029-12-31', 'unknown'],
  ['Bool', 'true', 'true', 'yes'],
  ['Bool', true, 'true', 'yes'],
  ['Bool', 'TRUE', 'true', 'yes'],
  ['Bool', 'false', 'true', 'no'],
  ['Bool', 'true', null, 'no'],
  ['BoolIfExists', 'true', null, 'yes'],
  ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', 'yes'],
  ['IpAddress', '203.0.113.0/24', '203.0.113.9', 'yes'],
  ['IpAddress', '203.0.113.0/24', '203.0.114.9', 'no'],
  ['IpAddress', '203.0.113.9', '203.0.113.9', 'yes'],
  ['IpAddress', '2001:db8::/32', '2001:db8::1', 'yes'],
  ['IpAddress', '2001:db8::/32', '203.0.113.9', 'no'],
  ['IpAddress', 'here', '203.0.113.9', 'unknown'],
  ['NotIpAddress', '203.0.113.0/24', '198.51.100.1', 'yes'],
  ['NotIpAddress', '203.0.113.0/24', null, 'yes'],
  ['ArnLike', 'arn:aws:iam::*:role/app-*', 'arn:aws:iam::111122223333:role/app-1', 'yes'],
  ['ArnEquals', 'arn:aws:iam::*:role/app-*', 'arn:aws:iam::111122223333:role/app-1', 'yes'],
  ['ArnLike', 'arn:aws:*:role/app', 'arn:aws:iam::111122223333:role/app', 'no'],
  ['ArnNotLike', 'arn:aws:iam::*:role/app-*', 'arn:aws:iam::111122223333:role/web', 'yes'],
  ['Null', 'true', null, 'yes'],
  ['Null', 'true', 'a', 'no'],
  ['Null', false, 'a', 'yes'],
  ['Null', 'false', null, 'no'],
  ['Null', 'false', undefined, 'unknown'],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], 'yes'],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], 'no'],
  ['ForAllValues:StringEquals', 'a', null, 'yes'],
  ['ForAllValues:StringEquals', 'a', [], 'yes'],
  ['ForAnyValue:StringEquals', 'a', ['c', 'a'], 'yes'],
  ['ForAnyValue:StringEquals', 'a', ['c', 'd'], 'no'],
  ['ForAnyValue:StringEquals', 'a', null, 'no'],
  ['ForAnyValue:StringNotEquals', 'a', ['a', 'b'], 'yes'],
  ['ForAnyValue:StringNotEquals', 'a', ['a'], 'no'],
  ['ForAnyValue:StringNotEquals', 'a', null, 'no'],
  ['ForAllValues:StringNotLike', 'a*', ['abc', 'b'], 'no'],
  ['StringEqual', 'a', 'a', 'unknown'],
];

describe('evaluating a condition', () => {
  for (const [operator, values, given, met] of rows) {
    const shown = given === undefined ? 'an unknown value' : JSON.stringify(given);
    it(`${operator} ${JSON.stringify(values)} on ${shown}: ${met}`, () => {
      assert.equal(evaluate(operator, values, given), met);
    });
  }

  it('takes a variable for plain text before 2012-10-17', () => {
    assert.equal(evaluate('StringEquals', '${aws:username}', '${aws:username}', false), 'yes');
  });

  it('finds keys in any case', () => {
    assert.equal(new RequestContext({ 'AWS:UserName': 'ann' }).state('aws:username')[0], 'ann');
  });
});

function evaluate(operator: string, values: Values, given: Row[2], replacesVariables = true): Ternary {
  const text = JSON.stringify({ Statement: { Condition: { [operator]: { [key]: values } } } });
  const [clause] = readJson(text, { comments: false }).statements[0]!.conditionClauses;
  const known: KnownKeys = { 'aws:username': 'ann', 'aws:PrincipalTag/none': null };
  const context = new RequestContext(known, given === undefined ? {} : { [key]: given });
  return evaluateClause(clause!, { context, replacesVariables });
}
