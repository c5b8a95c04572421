import type { PolicyKind } from '../../protocol/settings';
import type { PolicyDocument } from '../model/policyDocument';
import { readJson } from '../readers/json';
import { type Grant, permissionGrants, trustGrants } from './grants';

export interface PolicyChange {
  readonly kind: PolicyKind;
  readonly before: string;
  readonly after: string;
}

/**
 * What a change of a policy means, a line for each thing that is added, removed or limited otherwise. Empty where the
 * two mean the same. A text that cannot be read is said to be so, since nothing else is certain then.
 */
export function describeChange({ kind, before, after }: PolicyChange): string[] {
  const [old, next] = [before, after].map((text) => readJson(text, { comments: false })) as [
    PolicyDocument,
    PolicyDocument,
  ];
  if (next.isPartial) return ['The new text is not valid JSON'];
  if (old.isPartial) return ['The text in AWS cannot be read, so what changes cannot be told'];
  const read = kind === 'trust' ? trustGrants : permissionGrants;
  return [...versionLine(old, next), ...compare(read(old), read(next))];
}

function versionLine(old: PolicyDocument, next: PolicyDocument): string[] {
  if (old.version === next.version) return [];
  return [`Changes the policy language's version from ${old.version ?? 'none'} to ${next.version ?? 'none'}`];
}

/** Compares what is granted subject by subject: one that is in both is changed, not removed and added. */
function compare(before: readonly Grant[], after: readonly Grant[]): string[] {
  const old = bySubject(before);
  const next = bySubject(after);
  const lines: string[] = [];
  for (const [subject, grants] of next) {
    const was = old.get(subject);
    if (was === undefined) lines.push(...grants.map(({ adds, limits }) => said(adds, limits)));
    else lines.push(...changes(was, grants));
  }
  for (const [subject, grants] of old)
    if (!next.has(subject)) lines.push(...grants.map(({ removes, limits }) => said(removes, limits)));
  return [...new Set(lines)];
}

function changes(was: readonly Grant[], now: readonly Grant[]): string[] {
  const gone = was.filter(({ limits }) => !now.some((each) => each.limits === limits));
  const come = now.filter(({ limits }) => !was.some((each) => each.limits === limits));
  if (gone.length === 1 && come.length === 1) {
    return [`${come[0]!.name}: ${limitsOrNone(come[0]!)} instead of ${limitsOrNone(gone[0]!)}`];
  }
  return [
    ...come.map((each) => `${each.name}: now also ${limitsOrNone(each)}`),
    ...gone.map((each) => `${each.name}: no longer ${limitsOrNone(each)}`),
  ];
}

function said(sentence: string, limits: string): string {
  return limits === '' ? sentence : `${sentence} ${limits}`;
}

function limitsOrNone({ limits }: Grant): string {
  return limits === '' ? 'without limits' : limits;
}

function bySubject(grants: readonly Grant[]): Map<string, Grant[]> {
  const found = new Map<string, Grant[]>();
  for (const grant of grants) {
    const same = found.get(grant.subject);
    if (same === undefined) found.set(grant.subject, [grant]);
    else if (!same.some(({ limits }) => limits === grant.limits)) same.push(grant);
  }
  return found;
}
