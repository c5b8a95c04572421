import type { OffsetRange } from '../model/nodes';
import type { PolicyDocument } from '../model/policyDocument';
import type { PolicyFile } from '../policyFile';
import type { Finding, KindOfPolicy } from './check';

/** What checks need to know of a policy in its text. */
export type CheckedFile = Pick<PolicyFile, 'policy' | 'kind' | 'origin' | 'comments' | 'reading'>;

interface Remembered {
  readonly kind: KindOfPolicy;
  readonly findings: readonly Finding[];
}

type Run = (policy: PolicyDocument, kind: KindOfPolicy) => Finding[];

/** Checks a policy once as long as it lives; one that only moved with its text keeps its findings. */
export function rememberFindings(run: Run): (file: CheckedFile) => readonly Finding[] {
  const findingsOf = ({ policy, kind }: CheckedFile): readonly Finding[] => {
    // The policy itself holds them, as it holds what was worked out about it elsewhere.
    const before = policy.memory.get(run) as Remembered | undefined;
    if (before?.kind === kind) return before.findings;
    const findings = run(policy, kind);
    policy.memory.set(run, { kind, findings } satisfies Remembered);
    return findings;
  };
  return (file) => {
    const { origin } = file;
    return origin ? findingsOf(origin.file).map((finding) => moved(finding, origin.shift)) : findingsOf(file);
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
