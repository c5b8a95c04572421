import { jsonSyntax } from '../hosts/json/syntax';
import type { PolicyFile } from '../policyFile';
import { plainValue } from './plain';
import { toDocument, toHclObject } from './terraform';

/** A policy as it is written in another kind of file, to be put there. */
export interface Copy {
  readonly title: string;
  readonly text: string;
}

/** A policy of JSON as Terraform has it; what can't be said there as a whole is left out. */
export function copies({ policy, syntax }: PolicyFile): Copy[] {
  if (syntax !== jsonSyntax || !policy.root || policy.isPartial) return [];
  const value = plainValue(policy.root, () => undefined);
  if (value === undefined) return [];
  const document = toDocument('policy', value);
  return [
    ...(document === undefined ? [] : [{ title: 'Copy as aws_iam_policy_document', text: `${document}\n` }]),
    { title: 'Copy as jsonencode', text: `jsonencode(${toHclObject(value)})` },
  ];
}
