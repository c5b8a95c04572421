import { allChecks } from '../../server/src/service/checks/registry';
import { defaultSeverity } from '../../server/src/service/checks/check';

/** The page that lists all checks, made from the checks themselves. */
export function checksIndex(): string {
  const rows = [...allChecks]
    .sort((a, b) => a.code.localeCompare(b.code))
    .map((check) => {
      const kinds = check.kinds === 'all' ? 'all' : check.kinds.join(', ') || 'templates';
      return `| [${check.code}](${check.code}.md) | ${defaultSeverity(check)} | ${kinds} | ${check.summary} |`;
    });
  return [
    '# Checks',
    '',
    'What Trustwright finds in policies. Codes and their grades are those of IAM Access Analyzer where it has one. The',
    'severity can be changed by code with the setting `trustwright.severity`; `off` turns a check off. Where the kind of',
    'a policy is only guessed, what depends on it is told more cautiously.',
    '',
    '`identity` includes permissions boundaries and session policies.',
    '',
    '| code | severity | policies | what it finds |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
