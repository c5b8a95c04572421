import type { SeveritySetting } from '../../../protocol/settings';
import { defaultSeverity, type Finding } from '../check';
import { templateChecks } from './checks';
import type { ModuleFacts, TemplateFact } from './facts';
import { Template } from './template';

/**
 * Findings that rest on several resources of a template.
 *
 * @param facts of the file, in which the findings are
 * @param others what the other files of its module say
 */
export function runTemplateChecks(
  facts: readonly TemplateFact[],
  others: ModuleFacts | undefined,
  severities: Readonly<Record<string, SeveritySetting>>,
): Finding[] {
  if (!restsOnOthers(facts)) return [];
  const template = new Template(facts, others);
  return templateChecks.flatMap((check) => {
    const told = severities[check.code];
    const usual = told ?? defaultSeverity(check);
    if (usual === 'off') return [];
    return check
      .find(template)
      .map((found) => ({ code: check.code, ...found, severity: told ?? found.severity ?? usual }));
  }) as Finding[];
}

/** Whether a file says anything that can be found wrong in the light of others. */
export function restsOnOthers(facts: readonly TemplateFact[]): boolean {
  return facts.some(({ kind }) => kind === 'use' || kind === 'profile');
}

/** Whether findings of that code are between resources. */
export function isAboutResources(code: string): boolean {
  return templateChecks.some((check) => check.code === code);
}
