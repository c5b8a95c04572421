import { readFileSync } from 'node:fs';

/** Addresses of AWS's pages, from `sources/action-links.json` (see `extract/`). */
export interface ActionLinks {
  /** The service's page in the Service Authorization Reference. */
  page(prefix: string): string | undefined;
  /** The action's page in AWS's documentation. */
  action(prefix: string, name: string): string | undefined;
}

/** Per service: its page, and address pattern (`{}` for the action's name) to the actions it holds for. */
export type ActionLinksFile = Readonly<
  Record<string, { readonly page: string; readonly links: Readonly<Record<string, readonly string[]>> }>
>;

export function openActionLinks(file: string): ActionLinks {
  const services = JSON.parse(readFileSync(file, 'utf8')) as ActionLinksFile;
  const byService = new Map<string, Map<string, string>>();
  for (const [prefix, { links }] of Object.entries(services)) {
    const patterns = Object.entries(links).flatMap(([pattern, names]) =>
      names.map((name) => [name, pattern.replaceAll('{}', name)] as const),
    );
    byService.set(prefix, new Map(patterns));
  }
  return {
    page: (prefix) => services[prefix]?.page,
    action: (prefix, name) => byService.get(prefix)?.get(name),
  };
}
