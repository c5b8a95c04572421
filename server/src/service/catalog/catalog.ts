/**
 * What the language service knows about AWS services: their actions, resource types and condition keys.
 *
 * The source is AWS's Service Authorization Reference
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html). A catalog is always
 * possibly older than AWS; callers must treat "not in the catalog" with that in mind.
 */
export interface Catalog {
  /** All service prefixes, lower case and sorted, e.g. `ec2`. Loads no service. */
  readonly prefixes: readonly string[];
  /** Service principals known to exist, e.g. `ec2.amazonaws.com`, sorted. */
  readonly servicePrincipals: readonly string[];
  /** Prefixes of services that AWS retired but still accepts in policies, lower case. */
  readonly retiredPrefixes: ReadonlySet<string>;
  /** Whether the prefix is a service in the catalog. Case is ignored. Loads nothing. */
  hasService(prefix: string): boolean;
  /** The human name of a service ("Amazon EC2"), from the index. Case is ignored. Loads nothing. */
  serviceName(prefix: string): string | undefined;
  /** The service with that prefix, unpacked when first asked for. Case is ignored. */
  service(prefix: string): Service | undefined;
  /** Descriptions and links, kept apart from {@link service} so that checking never pays for them. */
  describe(prefix: string): ServiceDescriptions | undefined;
}

/** One service of the authorization reference. Map keys are lower case; names keep AWS's spelling. */
export interface Service {
  readonly prefix: string;
  readonly name: string;
  /** By action name without prefix, lower case. */
  readonly actions: ReadonlyMap<string, Action>;
  /** By resource type name, lower case. */
  readonly resourceTypes: ReadonlyMap<string, ResourceType>;
  /** By whole key (`ec2:instancetype`, `aws:resourcetag/${tagkey}`), lower case. */
  readonly conditionKeys: ReadonlyMap<string, ConditionKey>;
  /**
   * Names, lower case, of actions that the reference dropped lately. AWS goes on accepting them in policies
   * for months, so they are not mistakes; nor are they worth offering.
   */
  readonly retiredActions: ReadonlySet<string>;
}

export type AccessLevel = 'List' | 'Read' | 'Write' | 'Permissions management' | 'Tagging';

export interface Action {
  /** As AWS spells it, without the prefix: `RunInstances`. */
  readonly name: string;
  readonly accessLevels: readonly AccessLevel[];
  /** Resource types the action can be limited to. Empty: only `*` works. */
  readonly resources: readonly ActionResource[];
  /** Condition keys that apply to the action whatever the resource, as AWS spells them. */
  readonly conditionKeys: readonly string[];
  /** Actions the caller needs as well, with prefix: `iam:PassRole`. */
  readonly dependentActions: readonly string[];
  /** A permission with no API operation of that name. */
  readonly permissionOnly: boolean;
}

export interface ActionResource {
  /** Name of a {@link ResourceType} of the same service. */
  readonly type: string;
  /** The same in lower case: its key among {@link Service.resourceTypes}. */
  readonly typeKey: string;
  /** AWS marks the resource with `*`: a statement must allow it for the action to work. */
  readonly required: boolean;
  /** Condition keys that apply to the action on this resource type. */
  readonly conditionKeys: readonly string[];
}

export interface ResourceType {
  readonly name: string;
  /** ARN formats with `${Partition}`-like placeholders. */
  readonly arns: readonly string[];
  readonly conditionKeys: readonly string[];
}

export type ConditionKeyType = 'String' | 'ARN' | 'Bool' | 'Numeric' | 'Date' | 'IPAddress' | 'Binary';

export interface ConditionKey {
  /** As AWS spells it; a placeholder stands for a free part: `aws:ResourceTag/${TagKey}`. */
  readonly name: string;
  readonly type: ConditionKeyType;
  /** A second type whose values it takes as well. */
  readonly otherType?: ConditionKeyType;
  /** The key holds a list of values (`ArrayOfString`), so it needs a set operator. */
  readonly multivalued: boolean;
}

/** Texts of one service. Map keys are lower case, as in {@link Service}. */
export interface ServiceDescriptions {
  /** The service's page in the Service Authorization Reference. */
  readonly url: string | undefined;
  readonly actions: ReadonlyMap<string, { readonly text: string; readonly url: string | undefined }>;
  readonly conditionKeys: ReadonlyMap<string, string>;
}
