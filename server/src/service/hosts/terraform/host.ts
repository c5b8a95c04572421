import { directives } from '../comments';
import type { Host, HostDocument } from '../host';
import { ShiftedPolicy } from '../shifted';
import { factsOf, mayHoldFacts } from './facts';
import { type HclPieces, piecesOf, readPieces } from './hcl/pieces';
import { readJsonFile } from './jsonFile';
import { readBlocks, type Reading } from './readBlocks';
import { readOnlySyntax } from './syntax';

/** A text without these words holds no policy. */
const words = /aws_iam_(policy_document|instance_profile)|\bStatement\b/;

/** Terraform and OpenTofu files. */
export const terraformHost: Host = {
  languages: new Set(['terraform', 'opentofu']),
  mayHold: ({ text }) => words.test(text),
  read: ({ text }, before) =>
    documentOf(terraformHost, readPieces(text, stateOf(before)?.hcl), stateOf(before)),
};

const jsonName = /\.(tf|tofu)\.json$/i;

/** The same files in Terraform's JSON syntax. */
export const terraformJsonHost: Host = {
  languages: new Set(['json', 'jsonc']),
  mayHold: ({ text, fileName, told }) => told === undefined && jsonName.test(fileName) && words.test(text),
  read: ({ text }, before) =>
    documentOf(terraformJsonHost, piecesOf(readJsonFile(text), text), stateOf(before)),
};

/** What is kept to read the next text faster. */
interface State extends Reading {
  readonly hcl: HclPieces;
}

function stateOf(before: HostDocument | undefined): State | undefined {
  return before?.state as State | undefined;
}

function documentOf(host: Host, hcl: HclPieces, before: State | undefined): HostDocument {
  const { text } = hcl;
  const reading = readBlocks(hcl, before, host === terraformJsonHost ? readOnlySyntax : undefined);
  const comments = directives(text, /(?:#|\/\/|\/\*)[ \t]*(trustwright-ignore(?:(?!\*\/).)*)/g);
  const policies = reading.parts.flatMap(({ found, shift }) =>
    found.map(({ file, start }) => new ShiftedPolicy(file, start + shift - file.range.start, comments)),
  );
  const facts = mayHoldFacts.test(text) ? factsOf(reading.parts) : [];
  return { host, policies, facts, state: { ...reading, hcl } satisfies State };
}
