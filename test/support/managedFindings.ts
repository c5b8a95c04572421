import { allChecks, createPolicyService, type Finding, readJson } from '../../server/src/service';
import { testCatalog } from './catalog';
import { managedPolicies } from './managedPolicies';

/** A finding in a policy that AWS wrote. */
export interface ManagedFinding {
  readonly policy: string;
  readonly finding: Finding;
  /** The text at its first place, in one line. */
  readonly text: string;
}

let found: readonly ManagedFinding[] | undefined;

/** All findings in AWS's managed policies, as identity policies. */
export function managedFindings(): readonly ManagedFinding[] {
  return (found ??= findAll());
}

function findAll(): ManagedFinding[] {
  const service = createPolicyService({ catalog: testCatalog() });
  return managedPolicies().flatMap(({ name, document }) => {
    const policy = readJson(document, { comments: false });
    const kind = { kind: 'identity', certain: true } as const;
    return service.check({ policy, kind }, document).map((finding) => {
      const { start, end } = finding.ranges[0]!;
      return { policy: name, finding, text: document.slice(start, end).replace(/\s+/g, ' ') };
    });
  });
}

/** The page that counts the findings by code, with an example of each. */
export function managedFindingsPage(): string {
  const all = managedFindings();
  const codes = [...new Set(all.map(({ finding }) => finding.code))].sort();
  const rows = codes.map((code) => {
    const same = all.filter(({ finding }) => finding.code === code);
    const { policy, text } = same[Math.floor(same.length / 2)]!;
    const policies = new Set(same.map((one) => one.policy)).size;
    return `| [${code}](checks/${code}.md) | ${same.length} | ${policies} | ${policy}: \`${shorten(text)}\` |`;
  });
  return [
    '# Findings in AWS managed policies',
    '',
    `What the checks say of the ${managedPolicies().length} policies that AWS itself maintains, read as identity policies. These work every day,`,
    'so whatever is found in them must be defensible: a name that the authorization reference lacks, a repetition, a',
    'permission that AWS means to be broad. `npm run managed-findings` writes this page; a test compares it.',
    '',
    `Of ${allChecks.filter(({ kinds }) => kinds === 'all' || kinds.includes('identity')).length} checks about identity policies, ${codes.length} find something.`,
    '',
    '| code | findings | policies | for example |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function shorten(text: string): string {
  const plain = text.replaceAll('`', "'").replaceAll('|', '/');
  return plain.length > 70 ? `${plain.slice(0, 69)}…` : plain;
}
