import { locate } from '../features/locate';
import type { PolicyFile, PolicySource } from '../policyFile';
import type { Host, HostDocument } from './host';
import { jsonTemplateHost } from './cloudformation/jsonHost';
import { jsonPolicyHost } from './json/policyHost';
import { terraformHost, terraformJsonHost } from './terraform/host';
import { yamlHost } from './yaml/host';

/** The first that takes a text for its own reads it; those that look closest come first. */
export const hosts: readonly Host[] = [
  terraformJsonHost,
  jsonTemplateHost,
  jsonPolicyHost,
  yamlHost,
  terraformHost,
];

/**
 * The policies in a text; undefined where it has none, which costs next to nothing in most texts.
 *
 * @param before what was found in an earlier text of the same document
 */
export function openDocument(source: PolicySource, before?: HostDocument): HostDocument | undefined {
  for (const host of hosts) {
    if (!host.languages.has(source.languageId) || !host.mayHold(source)) continue;
    const found = host.read(source, before?.host === host ? before : undefined);
    if (found) return found;
  }
  return undefined;
}

/** The policies around the offset, the one that says most of it first. */
export function policiesAt(policies: readonly PolicyFile[], offset: number): readonly PolicyFile[] {
  const around = policies.filter(({ range }) => range.start <= offset && offset <= range.end);
  if (around.length < 2) return around;
  const depth = new Map(around.map((file) => [file, depthAt(file, offset)]));
  return around.sort((a, b) => sizeOf(a) - sizeOf(b) || depth.get(b)! - depth.get(a)!);
}

function sizeOf({ range }: PolicyFile): number {
  return range.end - range.start;
}

/** How far the policy's own nodes lead to the offset. */
function depthAt({ policy }: PolicyFile, offset: number): number {
  const { path, objects, node } = locate(policy, offset);
  return path.length + objects.length + (node ? 1 : 0);
}
