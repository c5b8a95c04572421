import { directives } from '../comments';
import type { Host, HostDocument } from '../host';
import { shifted, ShiftedPolicy } from '../shifted';
import { movedFact } from '../../checks/template/facts';
import { type HclPieces, piecesOf, readPieces } from './hcl/pieces';
import { readJsonFile } from './jsonFile';
import { readBlocks, type Reading } from './readBlocks';
import { readOnlySyntax } from './syntax';

/** A text without these words holds no policy, and nothing that is given a role or a profile. */
const words = /aws_iam_(policy_document|instance_profile|role)\b|\bStatement\b|iam_instance_profile|:role\//;

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
  mayHold: ({ text, fileName, told }) =>
    (told === undefined || told === 'auto') && jsonName.test(fileName) && words.test(text),
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
  const facts = reading.parts.flatMap(({ facts: own, shift }) =>
    own.map((fact) => movedFact(fact, shift, shifted)),
  );
  return { host, policies, facts, state: { ...reading, hcl } satisfies State };
}
