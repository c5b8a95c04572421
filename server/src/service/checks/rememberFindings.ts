import type { OffsetRange } from '../model/nodes';
import type { PolicyDocument } from '../model/policyDocument';
import type { PolicyFile } from '../policyFile';
import type { Finding, KindOfPolicy } from './check';

/** What checks need to know of a policy in its text. */
export type CheckedFile = Pick<PolicyFile, 'policy' | 'kind' | 'origin' | 'comments'>;

type Run = (policy: PolicyDocument, kind: KindOfPolicy) => Finding[];

/** Checks a policy once as long as it lives; one that only moved with its text keeps its findings. */
export function rememberFindings(run: Run): (file: CheckedFile) => Finding[] {
  const known = new WeakMap<PolicyDocument, { readonly kind: KindOfPolicy; readonly findings: Finding[] }>();
  const findingsOf = ({ policy, kind }: CheckedFile): Finding[] => {
    const before = known.get(policy);
    if (before?.kind === kind) return before.findings;
    const findings = run(policy, kind);
    known.set(policy, { kind, findings });
    return findings;
  };
  return (file) => {
    const { origin } = file;
    return origin
      ? findingsOf(origin.file).map((finding) => moved(finding, origin.shift))
      : [...findingsOf(file)];
  };
}

function moved(finding: Finding, shift: number): Finding {
  const move = ({ start, end }: OffsetRange) => ({ start: start + shift, end: end + shift });
  const { ranges, data } = finding;
  return {
    ...finding,
    ranges: ranges.map(move),
    ...(data && { data: { ...data, ...(data.surplus && { surplus: data.surplus.map(move) }) } }),
  };
}
