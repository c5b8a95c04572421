import {
  entryOf,
  placesIn as placesInResource,
  resourceOf,
  type TemplateResource,
} from '../cloudformation/resources';
import { inLoops, resourceEntries } from '../cloudformation/loops';
import { holes } from '../cloudformation/sub';
import type { PolicyPlace } from '../foundPolicy';
import { kindOfKey } from './kindOfKey';
import { listOf, type Entry, type PolicyNode } from '../../model/nodes';
import type { PolicySource } from '../../policyFile';

/** Places found in a YAML text. */
export interface FoundPlaces {
  readonly places: PolicyPlace[];
  readonly resources: readonly TemplateResource[];
}

const serverlessFile = /^serverless([.-].*)?\.ya?ml$/i;

/** All places with policies in the part of a YAML text that stands below the path. */
export function placesIn(
  root: PolicyNode,
  path: readonly string[],
  { fileName }: Pick<PolicySource, 'fileName'>,
): FoundPlaces {
  const finder = new Finder();
  finder.visit(root, path);
  const { places, resources } = finder;
  const isServerless = serverlessFile.test(fileName);
  return { places: isServerless ? places.map(inServerless) : places, resources };
}

/** The framework fills in all of the file, the template in it included. */
function inServerless(place: PolicyPlace): PolicyPlace {
  return { ...place, holes: holes.serverless };
}

class Finder {
  readonly places: PolicyPlace[] = [];
  readonly resources: TemplateResource[] = [];

  visit(node: PolicyNode | undefined, path: readonly string[]): void {
    if (node?.kind === 'array') for (const item of node.items) this.visit(item, path);
    if (node?.kind !== 'object') return;
    for (const entry of node.entries) this.entry(entry, path);
  }

  private entry(entry: Entry, path: readonly string[]): void {
    const { key, value } = entry;
    const here = [...path, key.text];
    if (/^[Rr]esources$/.test(path.at(-1) ?? '')) {
      if (key.text.startsWith('Fn::ForEach::')) return this.loop(entry);
      const resource = resourceOf(key, value);
      if (resource) {
        this.resources.push(resource);
        this.places.push(...placesInResource(resource));
        return;
      }
    }
    const owner = path.at(-1) ?? key.text;
    if (isStatementList(key.text, here)) {
      this.places.push({
        value,
        key: key.range,
        kind: kindOfStatements(key.text),
        owner,
        onlyStatements: true,
        holes: holes.manifest,
      });
    } else if (mayBePolicy(value)) {
      const kind = kindOfKey(key.text);
      this.places.push({ value, key: key.range, kind, owner, mayBeOther: true, holes: holes.manifest });
    } else {
      this.visit(value, here);
    }
  }

  /** Resources that a loop makes any number of; what they say of each other is not known. */
  private loop(loop: Entry): void {
    for (const { entry, loops } of resourceEntries([loop])) {
      const resource = resourceOf(entry.key, entry.value);
      if (resource) this.places.push(...placesInResource(resource).map((place) => inLoops(place, loops)));
    }
  }
}

/** A map with statements, or a string that holds them as JSON. */
function mayBePolicy(value: PolicyNode | undefined): boolean {
  if (value?.kind === 'string') return /^\s*\{/.test(value.text) && value.text.includes('"Statement"');
  return listOf(entryOf(value, 'Statement')?.value).some(
    (statement) => statement.kind === 'object' && statement.entries.some(({ key }) => key.text === 'Effect'),
  );
}

/**
 * Where the Serverless Framework takes statements without a document around them.
 * https://www.serverless.com/framework/docs/providers/aws/guide/iam
 */
function isStatementList(key: string, path: readonly string[]): boolean {
  if (key === 'iamRoleStatements') return true;
  const place = path.slice(-4).join('/');
  return (
    place === 'provider/iam/role/statements' || /(^|\/)provider\/(apiGateway\/)?resourcePolicy$/.test(place)
  );
}

function kindOfStatements(key: string) {
  return { kind: key === 'resourcePolicy' ? 'resource' : 'identity', certain: true } as const;
}
