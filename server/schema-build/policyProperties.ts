import { type Definition, type Property, type PropertyType, readSchema, type Resource } from './schema';

/** Resource type to the properties of it that hold a policy; `/` leads inside, `*` is any item of a list. */
export type PolicyProperties = Record<string, string[]>;

/** Names of properties that hold policies in IAM's language. */
const policyName = /(Polic(y|ies)(Document|Text)?|PolicyJson|AccessPolicies)$/;
/** What the documentation says where a property is a string, which may hold anything. */
const policyWords =
  /\bJSON\b|\bIAM\b|resource-based|(session|access|endpoint|repository|resource) policy|policy (document|of the pod)/i;

/** Policies of other languages, and those that IAM's rules do not fit. */
const foreign: readonly RegExp[] = [
  // Settings of queues, topics and log groups that only share the word.
  /LifecyclePolicyText$|(Redrive|RedriveAllow|Filter|Delivery|Replay|Archive|Lifecycle|Security|DataProtection|Retention|Browser|Tls)Policy$/,
  // Statements about identifiers and operations on them; Cedar; routing.
  /^AWS::Logs::AccountPolicy|^AWS::EC2::VerifiedAccess|^AWS::NetworkManager|^AWS::OpenSearchServerless|^AWS::WorkSpaces/,
  /^AWS::VerifiedPermissions|^AWS::BedrockAgentCore::Policy |^AWS::DLM|^AWS::FMS|^AWS::Bedrock::AutomatedReasoning/,
  // Names of policies that exist elsewhere.
  /WebAppEndpointPolicy$|(Reference|Failure|Propagation)Policy$|^AWS::(DataZone|EKS::Capability|Bedrock::DataSource)/,
  // A template of a policy: the owner of the resource adds principal and resource.
  /^AWS::RAM::Permission/,
];

/** Properties of a name of their own that hold policies. */
const others =
  /^AWS::Organizations::(Policy|ResourcePolicy) Content$|^AWS::Events::EventBusPolicy Statement$/;
const otherNames = /^(Content|Statement)$/;

/** The properties of all resource types of the installed schema that hold a policy. */
export function policyProperties(): PolicyProperties {
  const schema = readSchema();
  const definitions = new Map(
    schema.typeDefinition.entities.map((definition) => [definition.$id, definition]),
  );
  const found: PolicyProperties = {};
  for (const resource of [...schema.resource.entities].sort(byType)) {
    const paths = pathsIn(resource, definitions, [], new Set()).filter((path) =>
      isWanted(`${resource.cloudFormationType} ${path}`),
    );
    if (paths.length > 0) found[resource.cloudFormationType] = [...new Set(paths)].sort();
  }
  return found;
}

function byType(a: Resource, b: Resource): number {
  return a.cloudFormationType < b.cloudFormationType ? -1 : 1;
}

function isWanted(place: string): boolean {
  const name = place.split(/[ /]/).at(-1)!;
  return !foreign.some((pattern) => pattern.test(place)) && (!otherNames.test(name) || others.test(place));
}

function pathsIn(
  { properties = {} }: Definition,
  definitions: ReadonlyMap<string, Definition>,
  path: readonly string[],
  seen: ReadonlySet<string>,
): string[] {
  return Object.entries(properties).flatMap(([name, property]) => {
    const here = [...path, name];
    const inner = innerOf(property.type, here, definitions, seen);
    return isPolicy(name, property, here) ? [here.join('/'), ...inner] : inner;
  });
}

/** Paths inside definitions that a property refers to, each definition once on the way. */
function innerOf(
  type: PropertyType,
  path: readonly string[],
  definitions: ReadonlyMap<string, Definition>,
  seen: ReadonlySet<string>,
): string[] {
  if (type.types) return type.types.flatMap((one) => innerOf(one, path, definitions, seen));
  if (type.element) return innerOf(type.element, [...path, '*'], definitions, seen);
  const id = type.reference?.$ref;
  const definition = id === undefined || seen.has(id) ? undefined : definitions.get(id);
  return definition ? pathsIn(definition, definitions, path, new Set([...seen, id!])) : [];
}

function isPolicy(name: string, { type, documentation = '' }: Property, path: readonly string[]): boolean {
  if (otherNames.test(name)) return path.length === 1 && holds(type, 'json');
  if (!policyName.test(name)) return false;
  return holds(type, 'json') || (holds(type, 'string') && policyWords.test(documentation));
}

function holds(type: PropertyType, wanted: string): boolean {
  return type.type === wanted || Boolean(type.types?.some((one) => holds(one, wanted)));
}
