import type { PolicySource } from '../../policyFile';
import { directives } from '../comments';
import type { Host, HostDocument } from '../host';
import { mover, ShiftedPolicy } from '../shifted';
import { movedFact } from '../../checks/template/facts';
import { terraformHost, terraformJsonHost } from './host';
import { type HclPieces, piecesOf, readPieces } from './hcl/pieces';
import { readJsonFile } from './jsonFile';
import { newProfile } from './newProfile';
import { readBlocks, type Reading } from './readBlocks';
import { inJsonFile } from './syntax';

/** The policies of a file in Terraform's own syntax. */
export function readTerraform({ text }: PolicySource, before?: HostDocument): HostDocument {
  return documentOf(terraformHost, readPieces(text, stateOf(before)?.hcl), stateOf(before));
}

/** The same of one in its JSON syntax. */
export function readTerraformJson({ text }: PolicySource, before?: HostDocument): HostDocument {
  return documentOf(terraformJsonHost, piecesOf(readJsonFile(text), text), stateOf(before));
}

/** What is kept to read the next text faster. */
interface State extends Reading {
  readonly hcl: HclPieces;
}

function stateOf(before: HostDocument | undefined): State | undefined {
  return before?.state as State | undefined;
}

function documentOf(host: Host, hcl: HclPieces, before: State | undefined): HostDocument {
  const { text } = hcl;
  const reading = readBlocks(hcl, before, host === terraformJsonHost ? inJsonFile : undefined);
  const comments = directives(text, /(?:#|\/\/|\/\*)[ \t]*(trustwright-ignore(?:(?!\*\/).)*)/g);
  const policies = reading.parts.flatMap(({ found, shift }) =>
    found.map(({ file, start }) => new ShiftedPolicy(file, start + shift - file.range.start, comments)),
  );
  const facts = reading.parts.flatMap(({ facts: own, shift }) =>
    own.map((fact) => movedFact(fact, shift, mover)),
  );
  const isOwn = host === terraformHost;
  return { host, ...(isOwn && { newProfile }), policies, facts, state: { ...reading, hcl } satisfies State };
}
