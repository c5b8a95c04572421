import type { ArrayNode } from '../../model/nodes';
import type { PolicyFile } from '../../policyFile';

/** What would make the resources of a template fit together, as far as it can be written into the file itself. */
export type TemplateRepair =
  /** The role's trust policy lets the service in as well. */
  | { readonly kind: 'trust'; readonly role: string; readonly trust: PolicyFile; readonly service: string }
  /** The profile stands in place of the role, by the template's name of it or by the one that it has in AWS. */
  | { readonly kind: 'rename'; readonly from: string; readonly to: string; readonly profile: string }
  /** A profile that holds the role is made, and stands in its place. */
  | { readonly kind: 'make'; readonly role: string; readonly use: string; readonly taken: readonly string[] }
  /** One role of the list stays. */
  | { readonly kind: 'keep'; readonly list: ArrayNode };
