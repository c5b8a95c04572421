import assert from 'node:assert/strict';
import type { KindOfPolicy } from '../../server/src/service/checks/check';
import {
  allChecks,
  createPolicyService,
  defaultSeverity,
  type Finding,
  kindFromShape,
  type PolicyService,
  readJson,
} from '../../server/src/service';
import { type Mark, markOf, parseAnnotated, showMarks } from './annotations';
import { testCatalog } from './catalog';

export interface CheckOptions {
  /** Left out: inferred from the policy, as for a file that nobody says anything about. */
  readonly kind?: KindOfPolicy;
  /** Look at findings of this code alone; left out: at all. */
  readonly only?: string;
}

/** Checks an annotated JSON policy and compares each finding's code and place with the marks. */
export function checkFindings(source: string, { kind, only }: CheckOptions = {}): void {
  const { text, marks } = parseAnnotated(source);
  const found = findingMarks(text, kind, { all: only !== undefined }).filter(
    ({ code }) => only === undefined || code === only,
  );
  const wanted = marks.filter(({ code }) => only === undefined || code === only);
  assert.deepEqual(showMarks(found), showMarks(wanted), text);
}

/**
 * Places of all findings of a policy, one for each member of a group; with `all`, also of checks that only run when
 * a setting asks for them.
 */
export function findingMarks(text: string, kind?: KindOfPolicy, { all = false } = {}): Mark[] {
  const policy = readJson(text, { comments: false });
  const findings = (all ? everything() : service()).check(
    { policy, kind: kind ?? kindFromShape(policy) },
    text,
  );
  return findings.flatMap(({ code, ranges }) => ranges.map((range) => markOf(code, range, text)));
}

/** Findings of a policy under the usual settings. */
export function findingsOf(text: string, kind: KindOfPolicy): Finding[] {
  return service().check({ policy: readJson(text, { comments: false }), kind }, text);
}

/** The same, also of checks that only run when a setting asks for them. */
export function everyFindingOf(text: string, kind: KindOfPolicy): Finding[] {
  return everything().check({ policy: readJson(text, { comments: false }), kind }, text);
}

let made: PolicyService | undefined;

function service(): PolicyService {
  return (made ??= createPolicyService({ catalog: testCatalog() }));
}

let madeForAll: PolicyService | undefined;

function everything(): PolicyService {
  const sleeping = allChecks.filter((check) => defaultSeverity(check) === 'off');
  const severity = Object.fromEntries(sleeping.map(({ code }) => [code, 'hint' as const]));
  return (madeForAll ??= createPolicyService({ catalog: testCatalog(), severity }));
}
