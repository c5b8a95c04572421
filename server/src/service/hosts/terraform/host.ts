import type { Host } from '../host';
import { findPolicies } from './findPolicies';
import { parseHcl } from './hcl/parse';

/** A text without these words holds no policy. */
const words = /aws_iam_policy_document|\bStatement\b/;

/** Terraform and OpenTofu files. */
export const terraformHost: Host = {
  languages: new Set(['terraform', 'opentofu']),
  mayHold: ({ text }) => words.test(text),
  read: ({ text }) => ({ host: terraformHost, policies: findPolicies(parseHcl(text), text) }),
};
