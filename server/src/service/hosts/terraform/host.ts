import type { Host } from '../host';
import { findPolicies } from './findPolicies';
import { parseHcl } from './hcl/parse';
import { readJsonFile } from './jsonFile';

/** A text without these words holds no policy. */
const words = /aws_iam_policy_document|\bStatement\b/;

/** Terraform and OpenTofu files. */
export const terraformHost: Host = {
  languages: new Set(['terraform', 'opentofu']),
  mayHold: ({ text }) => words.test(text),
  read: ({ text }) => ({ host: terraformHost, policies: findPolicies(parseHcl(text), text) }),
};

const jsonName = /\.(tf|tofu)\.json$/i;

/** The same files in Terraform's JSON syntax. */
export const terraformJsonHost: Host = {
  languages: new Set(['json', 'jsonc']),
  mayHold: ({ text, fileName, told }) => told === undefined && jsonName.test(fileName) && words.test(text),
  read: ({ text }) => ({
    host: terraformJsonHost,
    policies: findPolicies(readJsonFile(text), text, true),
  }),
};
