import { directives } from '../comments';
import type { Host, HostDocument } from '../host';
import { ShiftedPolicy } from '../shifted';
import type { PolicyFile } from '../../policyFile';
import { findPolicies } from './findPolicies';
import { parseHcl } from './hcl/parse';
import { readJsonFile } from './jsonFile';

/** A text without these words holds no policy. */
const words = /aws_iam_policy_document|\bStatement\b/;

/** Policies as they were first read, by what they are and what they say. */
type Known = Map<string, PolicyFile>;

/** Terraform and OpenTofu files. */
export const terraformHost: Host = {
  languages: new Set(['terraform', 'opentofu']),
  mayHold: ({ text }) => words.test(text),
  read: ({ text }, before) => remembered(terraformHost, text, findPolicies(parseHcl(text), text), before),
};

const jsonName = /\.(tf|tofu)\.json$/i;

/** The same files in Terraform's JSON syntax. */
export const terraformJsonHost: Host = {
  languages: new Set(['json', 'jsonc']),
  mayHold: ({ text, fileName, told }) => told === undefined && jsonName.test(fileName) && words.test(text),
  read: ({ text }, before) =>
    remembered(terraformJsonHost, text, findPolicies(readJsonFile(text), text, true), before),
};

/** Policies that say what they said in the earlier text are the same, so that nobody has to check them again. */
function remembered(
  host: Host,
  text: string,
  policies: readonly PolicyFile[],
  before: HostDocument | undefined,
): HostDocument {
  const earlier = before?.state as Known | undefined;
  const known: Known = new Map();
  const comments = directives(text, /(?:#|\/\/|\/\*)[ \t]*(trustwright-ignore(?:(?!\*\/).)*)/g);
  const found = policies.map((file) => {
    const { owner = '', kind, range } = file;
    const name = `${owner} ${JSON.stringify(kind)} ${text.slice(range.start, range.end)}`;
    const first = earlier?.get(name) ?? file;
    known.set(name, first);
    return new ShiftedPolicy(first, range.start - first.range.start, comments);
  });
  return { host, policies: found, state: known };
}
