import type { Catalog } from '../../catalog/catalog';
import type { Arn } from '../../iam/arn';
import { typesMatching } from '../../iam/arnFormats';
import { describersOf } from '../../iam/arnServices';
import type { ResourcePattern } from '../../model/resource';
import { arnFields, isPlain } from './arnFields';

/** What the reference says of the resources that an ARN could name. */
export interface MatchingFormats {
  readonly arn: Arn;
  /** ARN formats that the resource part fits; empty when it fits none. */
  readonly formats: readonly string[];
  /** Stems of all formats of the service: `role` of `role/${RoleName}`; undefined where one is open. */
  readonly stems: ReadonlySet<string> | undefined;
}

/** The formats for an ARN with a plain service; undefined when nothing can be said. */
export function matchingFormats(resource: ResourcePattern, catalog: Catalog): MatchingFormats | undefined {
  const arn = arnFields(resource);
  if (!arn || !isPlain(arn.service)) return undefined;
  const known = new Set<string | undefined>();
  for (const prefix of describersOf(arn.service, catalog)) {
    const service = catalog.service(prefix);
    if (!service) continue;
    const all = [...service.resourceTypes.values()].flatMap(({ arns }) => arns);
    for (const format of all) {
      const field = format.split(':')[2]!;
      if (field === arn.service || field.includes('$'))
        known.add(stemOf(format.split(':').slice(5).join(':')));
    }
    const formats = (typesMatching(resource.text, service) ?? [])
      .flatMap((type) => service.resourceTypes.get(type)?.arns ?? [])
      .filter((format) => format.split(':')[2] === arn.service);
    if (formats.length > 0) return { arn, formats, stems: undefined };
  }
  const isOpen = known.size === 0 || known.has(undefined);
  return { arn, formats: [], stems: isOpen ? undefined : (known as Set<string>) };
}

/** Whether all formats have the field (3: Region, 4: account), or none has. */
export function allHave(formats: readonly string[], field: 3 | 4): boolean {
  return formats.every((format) => format.split(':')[field] !== '');
}

export function noneHas(formats: readonly string[], field: 3 | 4): boolean {
  return formats.every((format) => format.split(':')[field] === '');
}

/** What stands before the first slash or colon of a resource part, lower case; undefined when that is not plain. */
export function stemOf(resource: string): string | undefined {
  const stem = /^([\w-]+)(?:[/:]|$)/.exec(resource)?.[1];
  return stem?.toLowerCase();
}
