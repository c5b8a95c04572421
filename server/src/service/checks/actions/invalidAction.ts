import type { Service } from '../../catalog/catalog';
import { closest, didYouMean } from '../../iam/closest';
import { matchesWildcard } from '../../iam/wildcard';
import type { ActionPattern } from '../../model/action';
import type { Check } from '../check';

/** `*` is all actions; a policy variable could be anything. */
function isVague(text: string): boolean {
  return /^\*+$/.test(text) || text.includes('${');
}

/** AWS dropped these from its reference but may still accept them. */
function matchesRetired({ name, hasWildcard }: ActionPattern, retired: ReadonlySet<string>): boolean {
  return hasWildcard ? [...retired].some((action) => matchesWildcard(name, action)) : retired.has(name);
}

/**
 * Actions of AWS's own examples that its reference never had.
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html
 */
const inGuides = new Set(['logs:putlogeventsbatch']);

function suggestions({ name, hasWildcard }: ActionPattern, { prefix, actions }: Service): string[] {
  if (hasWildcard) return [];
  const names = [...actions.values()].map((action) => action.name);
  return closest(name, names).map((found) => `${prefix}:${found}`);
}

export const invalidAction: Check = {
  code: 'INVALID_ACTION',
  type: 'ERROR',
  kinds: 'all',
  restsOnText: true,
  summary: 'The service has no such action.',
  action(action, _statement, context) {
    const { node, prefix, text } = action;
    if (prefix === undefined) {
      if (!isVague(text))
        context.report(node, `"${text}" is no action: write service:Action, such as s3:GetObject.`);
      return;
    }
    const { service, actions } = context.meaningOf(action);
    if (!service || actions?.length !== 0) return;
    if (text.includes('${') || matchesRetired(action, service.retiredActions) || inGuides.has(action.lower))
      return;
    const replacements = suggestions(action, service);
    const what = action.hasWildcard
      ? `No action of ${service.name} matches`
      : `${service.name} has no action`;
    context.report(node, `${what} "${text}".${didYouMean(replacements)}`, { data: { replacements } });
  },
};
