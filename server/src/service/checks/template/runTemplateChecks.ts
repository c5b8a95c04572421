import type { SeveritySetting } from '../../../protocol/settings';
import { defaultSeverity, type Finding } from '../check';
import { Template, templateChecks } from './checks';
import type { TemplateFact } from './facts';

/** Findings that rest on several resources of a template. */
export function runTemplateChecks(
  facts: readonly TemplateFact[],
  severities: Readonly<Record<string, SeveritySetting>>,
): Finding[] {
  if (facts.length === 0) return [];
  const template = new Template(facts);
  return templateChecks.flatMap((check) => {
    const severity = severities[check.code] ?? defaultSeverity(check);
    if (severity === 'off') return [];
    return check.find(template).map((found) => ({ code: check.code, severity, ...found }));
  });
}
