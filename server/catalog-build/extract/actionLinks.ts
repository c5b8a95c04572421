import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionLinksFile } from '../actionLinks';

/** A doc comment, and the method after it that stands for one action. */
const action = /\/\*\*((?:(?!\*\/).)*?)\*\/\s+to\w+\([^)]*\) \{\s+return this\.to\('(\w+)'\)/gs;
const actionPage = /\* (https:\/\/\S+)\s/;
const servicePage = /\]\((https:\/\/docs\.aws\.amazon\.com\/service-authorization\/[^)]+)\)/;

/** Reads the addresses of AWS's pages out of the comments of the package `iam-floyd` (Apache-2.0). */
export function extractActionLinks(folder: string): ActionLinksFile {
  const statements = join(folder, 'lib/generated/policy-statements');
  const services = new Map<string, { pages: Set<string>; links: Map<string, Set<string>> }>();
  for (const file of readdirSync(statements).sort()) {
    const text = file.endsWith('.js') ? readFileSync(join(statements, file), 'utf8') : '';
    const prefix = /servicePrefix = '([^']+)'/.exec(text)?.[1];
    if (prefix === undefined) continue;
    const service = services.get(prefix) ?? { pages: new Set(), links: new Map<string, Set<string>>() };
    services.set(prefix, service);
    const page = servicePage.exec(text)?.[1];
    if (page !== undefined) service.pages.add(page);
    for (const [, comment, name] of text.matchAll(action)) {
      const pattern = actionPage.exec(comment!)?.[1]?.replaceAll(name!, '{}');
      if (pattern === undefined) continue;
      service.links.set(pattern, (service.links.get(pattern) ?? new Set()).add(name!));
    }
  }
  return Object.fromEntries(
    Array.from(services, ([prefix, { pages, links }]) => [
      prefix,
      { page: mainPage(prefix, pages), links: Object.fromEntries(sortedLists(links)) },
    ]),
  );
}

/** A few prefixes are described on several pages; the one named like the prefix, or the first, stands for all. */
function mainPage(prefix: string, pages: ReadonlySet<string>): string {
  const sorted = Array.from(pages).sort();
  return sorted.find((page) => page.endsWith(`/list_${prefix}.html`)) ?? sorted[0]!;
}

function sortedLists(links: ReadonlyMap<string, ReadonlySet<string>>): [string, string[]][] {
  return Array.from(
    links,
    ([pattern, names]) => [pattern, Array.from(names).sort()] as [string, string[]],
  ).sort(([a], [b]) => (a < b ? -1 : 1));
}
