import type { Catalog } from '../../catalog/catalog';
import { arnTemplate } from './arnTemplate';
import { liveResources } from './live';
import { awsPrincipals } from './principals';
import { withoutStops } from './snippet';
import { type CompletionContext, stringValue, type Suggestion } from './suggestion';

/** Type of resource, as `service/type`, whose ARN a condition key holds; by lower-case key. */
const types: Readonly<Record<string, readonly string[]>> = {
  'ec2:instanceprofile': ['iam/instance-profile'],
  'ec2:newinstanceprofile': ['iam/instance-profile'],
  'ec2:sourceinstancearn': ['ec2/instance'],
  'ec2:subnet': ['ec2/subnet'],
  'ec2:vpc': ['ec2/vpc'],
  'ec2:placementgroup': ['ec2/placement-group'],
  'ec2:launchtemplate': ['ec2/launch-template'],
  'iam:permissionsboundary': ['iam/policy'],
  'iam:policyarn': ['iam/policy'],
  'iam:associatedresourcearn': ['ec2/instance'],
  'lambda:sourcefunctionarn': ['lambda/function'],
  's3:x-amz-server-side-encryption-aws-kms-key-id': ['kms/key'],
};
/** What services most often act for. */
const usualSources: ReadonlySet<string> = new Set([
  'cloudfront/distribution',
  'cloudtrail/trail',
  'cloudwatch/alarm',
  'ec2/instance',
  'events/rule',
  'lambda/function',
  'logs/log-group',
  's3/bucket',
  'sns/topic',
  'sqs/queue',
  'states/statemachine',
]);
const principalKeys: ReadonlySet<string> = new Set(['aws:principalarn']);
const most = 20;

/** Forms of the ARNs that a condition key holds, and the account's own. */
export function conditionArns(key: string, context: CompletionContext): Suggestion[] {
  const lower = key.toLowerCase();
  if (principalKeys.has(lower)) return awsPrincipals(context).filter(({ label }) => label !== '*');
  const wanted = lower === 'aws:sourcearn' ? sources(context) : (types[lower] ?? []);
  return [...liveResources(wanted, context), ...wanted.flatMap((type) => suggestType(type, context))].slice(
    0,
    most,
  );
}

function suggestType(type: string, { catalog, names }: CompletionContext): Suggestion[] {
  return formats(type, catalog).map((format) => {
    const template = arnTemplate(format, names);
    return stringValue(template, {
      label: withoutStops(template),
      kind: 'resource',
      detail: type.split('/')[1]!,
      rank: usualSources.has(type) ? 1 : 2,
    });
  });
}

function formats(type: string, catalog: Catalog): readonly string[] {
  const [prefix = '', name = ''] = type.split('/');
  return catalog.service(prefix)?.resourceTypes.get(name)?.arns ?? [];
}

/** What a service that the statement names may act for: its own resources. */
function sources({ statement, catalog }: CompletionContext): string[] {
  const services = (statement?.principals ?? []).flatMap(({ type, text }) =>
    type === 'Service' ? (catalog.service(text.split('.')[0] ?? '') ?? []) : [],
  );
  return services.flatMap(({ prefix, resourceTypes }) =>
    [...resourceTypes.keys()].map((name) => `${prefix}/${name}`),
  );
}
