import type { Catalog, Service } from '../../catalog/catalog';
import { type Arn, parseArn } from '../../iam/arn';
import { typesMatching } from '../../iam/arnFormats';
import { describersOf } from '../../iam/arnServices';
import type { ResourcePattern } from '../../model/resource';
import { rememberByOwner } from '../../remember';
import { isPlain } from './arnFields';

/** What the reference says of the resources that an ARN could name. */
export interface MatchingFormats {
  readonly arn: Arn;
  /** ARN formats that the resource part fits; empty when it fits none. */
  readonly formats: readonly string[];
  /** Stems of all formats of the service: `role` of `role/${RoleName}`; undefined where one is open. */
  readonly stems: ReadonlySet<string> | undefined;
}

const remembered = rememberByOwner(findFormats);

/** The formats for an ARN with a plain service; undefined when nothing can be said. */
export function matchingFormats(
  { text, plainArn: arn }: ResourcePattern,
  catalog: Catalog,
): MatchingFormats | undefined {
  if (!arn || !isPlain(arn.service)) return undefined;
  return remembered(text, catalog);
}

/** @param text an ARN with all its fields */
function findFormats(text: string, catalog: Catalog): MatchingFormats {
  const arn = parseArn(text)!;
  const services = describersOf(arn.service, catalog).flatMap((prefix) => catalog.service(prefix) ?? []);
  for (const service of services) {
    const formats = (typesMatching(text, service) ?? [])
      .flatMap((type) => service.resourceTypes.get(type)?.arns ?? [])
      .filter((format) => format.split(':')[2] === arn.service);
    if (formats.length > 0) return { arn, formats, stems: undefined };
  }
  return { arn, formats: [], stems: stemsOf(arn.service, services) };
}

/** Stems of all resources with the service field; undefined when one of them is open. */
function stemsOf(arnService: string, services: readonly Service[]): ReadonlySet<string> | undefined {
  const stems = new Set<string | undefined>();
  for (const format of services.flatMap(({ resourceTypes }) =>
    [...resourceTypes.values()].flatMap(({ arns }) => arns),
  )) {
    const fields = format.split(':');
    if (fields[2] === arnService || fields[2]!.includes('$')) stems.add(stemOf(fields.slice(5).join(':')));
  }
  return stems.size === 0 || stems.has(undefined) ? undefined : (stems as Set<string>);
}

/** Whether the resource is of known kinds whose ARNs all have the field (3: Region, 4: account). */
export function allHave(resource: ResourcePattern, field: 3 | 4, catalog: Catalog): boolean {
  return everyFormat(resource, catalog, (format) => format.split(':')[field] !== '');
}

/** Whether the resource is of known kinds whose ARNs all leave the field empty. */
export function noneHas(resource: ResourcePattern, field: 3 | 4, catalog: Catalog): boolean {
  return everyFormat(resource, catalog, (format) => format.split(':')[field] === '');
}

function everyFormat(
  resource: ResourcePattern,
  catalog: Catalog,
  test: (format: string) => boolean,
): boolean {
  const formats = matchingFormats(resource, catalog)?.formats ?? [];
  return formats.length > 0 && formats.every(test);
}

/** What stands before the first slash or colon of a resource part, lower case; undefined when that is not plain. */
export function stemOf(resource: string): string | undefined {
  const stem = /^([\w-]+)(?:[/:]|$)/.exec(resource)?.[1];
  return stem?.toLowerCase();
}
