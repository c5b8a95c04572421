import { directives } from '../comments';
import type { Host, HostDocument } from '../host';
import { ShiftedPolicy } from '../shifted';
import { findPolicies, type Known } from './findPolicies';
import { factsOf, mayHoldFacts } from './facts';
import type { HclFile } from './hcl/ast';
import { parseHcl } from './hcl/parse';
import { readJsonFile } from './jsonFile';

/** A text without these words holds no policy. */
const words = /aws_iam_(policy_document|instance_profile)|\bStatement\b/;

/** Terraform and OpenTofu files. */
export const terraformHost: Host = {
  languages: new Set(['terraform', 'opentofu']),
  mayHold: ({ text }) => words.test(text),
  read: ({ text }, before) => documentOf(terraformHost, text, parseHcl(text), before),
};

const jsonName = /\.(tf|tofu)\.json$/i;

/** The same files in Terraform's JSON syntax. */
export const terraformJsonHost: Host = {
  languages: new Set(['json', 'jsonc']),
  mayHold: ({ text, fileName, told }) => told === undefined && jsonName.test(fileName) && words.test(text),
  read: ({ text }, before) => documentOf(terraformJsonHost, text, readJsonFile(text), before),
};

/** Policies that say what they said in the earlier text are the same, so that nobody has to check them again. */
function documentOf(host: Host, text: string, file: HclFile, before: HostDocument | undefined): HostDocument {
  const found = findPolicies(file, text, host === terraformJsonHost, before?.state as Known | undefined);
  const comments = directives(text, /(?:#|\/\/|\/\*)[ \t]*(trustwright-ignore(?:(?!\*\/).)*)/g);
  const policies = found.map(
    ({ file, start }) => new ShiftedPolicy(file, start - file.range.start, comments),
  );
  return {
    host,
    policies,
    facts: mayHoldFacts.test(text) ? factsOf(file.body, policies) : [],
    state: new Map(found.map(({ name, file }) => [name, file])),
  };
}
