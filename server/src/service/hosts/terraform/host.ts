import { lazily } from '../../lazily';
import type { Host } from '../host';
import type * as Reader from './read.lazy';

const reader = lazily(() => require('./read.lazy') as typeof Reader);

/** A text without these words holds no policy, and nothing that is given a role or a profile. */
const words = /aws_iam_(policy_document|instance_profile|role)\b|\bStatement\b|iam_instance_profile|:role\//;

/** Terraform and OpenTofu files. */
export const terraformHost: Host = {
  languages: new Set(['terraform', 'opentofu']),
  mayHold: ({ text }) => words.test(text),
  read: (source, before) => reader().readTerraform(source, before),
};

const jsonName = /\.(tf|tofu)\.json$/i;

/** The same files in Terraform's JSON syntax. */
export const terraformJsonHost: Host = {
  languages: new Set(['json', 'jsonc']),
  mayHold: ({ text, fileName, told }) =>
    (told === undefined || told === 'auto') && jsonName.test(fileName) && words.test(text),
  read: (source, before) => reader().readTerraformJson(source, before),
};
