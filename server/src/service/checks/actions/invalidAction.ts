import type { Service } from '../../catalog/catalog';
import { closest, didYouMean } from '../../iam/closest';
import { actionsForOperation } from '../../iam/operations';
import { matchesWildcard } from '../../iam/wildcard';
import type { ActionPattern } from '../../model/action';
import type { Check } from '../check';

/** `*` is all actions; a policy variable could be anything. */
function isVague(text: string): boolean {
  return /^\*+$/.test(text) || text.includes('${');
}

/** Its reference lacks these, but AWS may accept them. */
function matchesRetired({ name, hasWildcard }: ActionPattern, retired: ReadonlySet<string>): boolean {
  return hasWildcard ? [...retired].some((action) => matchesWildcard(name, action)) : retired.has(name);
}

/**
 * Actions that are published elsewhere and AWS's reference lacks, by prefix, in lower case:
 *
 * - of examples that many policies copy
 *   (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_resource_policy,
 *   https://docs.aws.amazon.com/pinpoint/latest/developerguide/permissions-actions.html);
 * - of SNS that its policy of a new topic had for years and AddPermission takes
 *   (https://github.com/aws/aws-cli/issues/3143);
 * - of policies that services have for their own roles and pages
 *   (https://docs.aws.amazon.com/aws-managed-policy/latest/reference/MemoryDBServiceRolePolicy.html,
 *   https://docs.aws.amazon.com/aws-managed-policy/latest/reference/SecurityAgentWebAppAPIPolicy.html);
 * - the API of AWS CloudHSM Classic, which the SDKs still have
 *   (https://docs.aws.amazon.com/cloudhsm/classic/APIReference/).
 */
const elsewhere: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['logs', new Set(['putlogeventsbatch'])],
  ['memorydb', new Set(['replicatemultiregionclusterdata'])],
  ['mobileanalytics', new Set(['putitems'])],
  ['securityagent', new Set(['deletedocumentreview'])],
  ['sns', new Set(['receive'])],
  [
    'cloudhsm',
    new Set(
      `addtagstoresource createhapg createlunaclient deletehapg deletelunaclient describehapg describehsm
describelunaclient getconfig listavailablezones listhapgs listhsms listlunaclients listtagsforresource modifyhapg
modifyhsm modifylunaclient removetagsfromresource`.split(/\s+/),
    ),
  ],
]);

const none: ReadonlySet<string> = new Set();

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
    const others = [service.retiredActions, elsewhere.get(prefix) ?? none];
    if (text.includes('${') || others.some((names) => matchesRetired(action, names))) return;
    const needed = actionsForOperation(prefix, action.name);
    const replacements = needed.length > 0 ? [...needed] : suggestions(action, service);
    const what = action.hasWildcard
      ? `No action of ${service.name} matches`
      : `${service.name} has no action`;
    const instead =
      needed.length > 0
        ? ` The API operation of that name needs ${needed.join(' and ')}.`
        : didYouMean(replacements);
    context.report(node, `${what} "${text}".${instead}`, { data: { replacements } });
  },
};
