import type { Action, ActionResource, Service } from '../../catalog/catalog';
import { isPartOf } from '../../iam/arnFormats';

/**
 * The reference marks resource types of an action as required. In the tables of most services that means now and then
 * any one of them: a thing or a group of things, a model or a router. These are the services whose own guides say
 * that all are needed at once.
 */
const needingAll: ReadonlySet<string> = new Set([
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html
  'ec2',
  // https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html
  'glue',
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/security_iam_id-based-policy-examples-create-and-modify-examples.html
  'rds',
  // https://docs.aws.amazon.com/batch/latest/userguide/batch-supported-iam-actions-resources.html
  'batch',
  // https://docs.aws.amazon.com/sagemaker/latest/dg/api-permissions-reference.html
  'sagemaker',
  // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/IAM.ResourceLevelPermissions.html
  'elasticache',
  'memorydb',
]);

/** Longer lists than this name what the action can be about, not what it needs at once. */
const mostAtOnce = 4;

const required = new WeakMap<Action, readonly ActionResource[]>();

/** Resource types that all must be allowed for an action of the service; empty where any one of several will do. */
export function requiredTypes(action: Action, service: Service): readonly ActionResource[] {
  let types = required.get(action);
  if (!types) {
    const marked = action.resources.filter((resource) => resource.required);
    required.set(action, (types = needsAll(action, service) ? marked : []));
  }
  return types;
}

/** Whether an action of the service needs every resource type that is marked. */
function needsAll({ name, accessLevels, resources }: Action, { prefix }: Service): boolean {
  if (prefix === 'ec2') return true;
  if (!needingAll.has(prefix) || resources.filter((resource) => resource.required).length > mostAtOnce)
    return false;
  return !accessLevels.includes('Tagging') && !/tags|resourcepolicy$/i.test(name);
}

const standIns = new WeakMap<Service, Map<string, ReadonlySet<string>>>();

/** All types of the service that make do for the type, itself included. Names in lower case. */
export function typesStandingFor(type: string, service: Service): ReadonlySet<string> {
  let known = standIns.get(service);
  if (!known) standIns.set(service, (known = new Map<string, ReadonlySet<string>>()));
  let types = known.get(type);
  if (!types) {
    types = new Set([...service.resourceTypes.keys()].filter((other) => standsFor(other, type, service)));
    known.set(type, types);
  }
  return types;
}

/**
 * Whether having one type makes do without the other: an index without its table, a `listener/app` without a
 * `listener/net`, a `custom-model` without a `model`. Names in lower case.
 */
function standsFor(one: string, other: string, service: Service): boolean {
  if (one === other || isPartOf(one, other, service)) return true;
  if (service.prefix === 'ec2') return false;
  return headOf(one) === headOf(other) || one.endsWith(other) || other.endsWith(one);
}

function headOf(type: string): string {
  return type.split(/[/ ]/, 1)[0]!;
}
