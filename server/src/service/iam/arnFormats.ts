import type { Catalog, Service } from '../catalog/catalog';
import { parseArn } from './arn';
import { rememberByOwner } from '../remember';
import { matchesWildcard } from './wildcard';

/**
 * Compares ARN patterns of policies with the ARN formats of the Service Authorization Reference, such as
 * `arn:${Partition}:s3:::${BucketName}/${ObjectName}`: can some resource of the type match the pattern? Partition,
 * Region and account are left out of it, since the reference is not exact about them, and case is ignored.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
interface Format {
  /** Name of the resource type, lower case. */
  readonly type: string;
  /** Service field of the ARN: a name, or a pattern where the reference leaves it open. */
  readonly service: string;
  /** What follows the account, lower case, with a {@link gap} for each placeholder. */
  readonly resource: string;
}

/** Stands for a placeholder: any characters. */
const gap = '\u0001';
/** The same, but for a name that has no slash. */
const nameGap = '\u0002';
/** Stands for a policy variable or a wildcard `*` of a pattern. */
const star = '*';

const compiled = new WeakMap<Service, readonly Format[]>();

function formatsOf(service: Service): readonly Format[] {
  let formats = compiled.get(service);
  if (!formats) compiled.set(service, (formats = compile(service)));
  return formats;
}

function compile(service: Service): Format[] {
  const formats = [...service.resourceTypes.values()].flatMap(({ name, arns }) =>
    arns.map((arn) => {
      const fields = arn.split(':');
      return {
        type: name.toLowerCase(),
        service: fields[2]!.includes('$') ? star : fields[2]!,
        resource: withGaps(fields.slice(5).join(':')),
      };
    }),
  );
  const parents = parentsAmong(formats.map(({ resource }) => resource));
  return formats.map((format) => ({ ...format, resource: withNameGaps(format.resource, parents) }));
}

function withGaps(resource: string): string {
  return resource.replace(/\$\{[^}]*\}|\*/g, gap).toLowerCase();
}

/**
 * Where `table/${TableName}` stands beside `table/${TableName}/index/${IndexName}`, a table's name has no slash, or
 * the two could not be told apart.
 */
function withNameGaps(resource: string, parents: ReadonlySet<string>): string {
  return resource.replace(anyGap, (mark, at: number) =>
    parents.has(resource.slice(0, at + 1)) ? nameGap : mark,
  );
}

const anyGap = new RegExp(gap, 'g');
const gapBeforeSlash = new RegExp(`${gap}(?=/)`, 'g');

/** Those that others of the resources go on from, behind a slash. */
function parentsAmong(resources: readonly string[]): ReadonlySet<string> {
  const begun = resources.flatMap((resource) =>
    [...resource.matchAll(gapBeforeSlash)].map(({ index }) => resource.slice(0, index + 1)),
  );
  const all = new Set(resources);
  return new Set(begun.filter((resource) => all.has(resource)));
}

/** An ARN pattern as {@link typesMatching} compares it. */
interface Wanted {
  readonly service: string;
  readonly resource: string;
}

const variable = /\$\{[^}]*\}/g;

function wantedOf(text: string): Wanted | undefined {
  const arn = parseArn(text.includes('${') ? text.replace(variable, star) : text);
  return arn && { service: arn.service.toLowerCase(), resource: arn.resource.toLowerCase() };
}

/**
 * Names (lower case) of the service's resource types that the pattern of a Resource can match; undefined when the
 * text has not the six fields of an ARN, so that nothing can be said.
 */
export const typesMatching = rememberByOwner(findTypes, 10_000);

function findTypes(text: string, service: Service): readonly string[] | undefined {
  const wanted = wantedOf(text);
  if (!wanted) return undefined;
  const types = formatsFor(wanted.service, service)
    .filter((format) => intersects(format.resource, wanted.resource))
    .map(({ type }) => type);
  return sharedList(types.join(separator), service);
}

const separator = '\n';

/** One list for the same types: thousands of ARNs have a few dozen between them. */
const sharedList = rememberByOwner((types): readonly string[] =>
  types === '' ? [] : types.split(separator),
);

/** The formats whose service field can be that of the pattern. */
const formatsFor = rememberByOwner(
  (pattern, service: Service) =>
    formatsOf(service).filter(
      (format) =>
        format.service === pattern || format.service === star || matchesWildcard(pattern, format.service),
    ),
  100,
);

/** Whether the pattern can match a resource of a type that the catalog knows, so that its purpose is clear. */
export function isKnownResource(text: string, catalog: Catalog): boolean {
  const service = catalog.service(parseArn(text)?.service ?? '');
  return service !== undefined && (typesMatching(text, service) ?? []).length > 0;
}

/**
 * Whether resources of one type are parts of resources of another, as an index is of its table. The reference then
 * often asks for both where one will do.
 */
export function isPartOf(part: string, whole: string, service: Service): boolean {
  const formats = formatsOf(service);
  const wholes = formats.filter(({ type }) => type === whole);
  return formats.some(
    ({ type, resource }) =>
      type === part &&
      wholes.some(
        (one) => resource.startsWith(`${one.resource}/`) || resource.startsWith(`${one.resource}:`),
      ),
  );
}

/** An ARN format as people write examples: `arn:aws:ec2:*:*:instance/InstanceId`. */
export function readableFormat(arn: string): string {
  return arn
    .replace('${Partition}', 'aws')
    .replace(/\$\{(Region|Account(Id)?)\}/g, '*')
    .replace(/\$\{([^}]*)\}/g, '$1');
}

/** Whether some text fits both a format (with gaps) and a pattern (with `*` and `?`). */
function intersects(format: string, pattern: string): boolean {
  let from = 0;
  for (; from < format.length && from < pattern.length; from++) {
    const f = format[from]!;
    const p = pattern[from]!;
    if (f === gap || f === nameGap || p === star || p === '?') break;
    if (f !== p) return false;
  }
  const isSettled = endsWithAny(format, gap, from) || endsWithAny(pattern, star, from);
  return isSettled || meet(format, from, pattern, pastGap(format, from, pattern));
}

/** How far into the pattern a gap of the format goes for certain: it takes characters until one has to be thought about. */
function pastGap(format: string, from: number, pattern: string): number {
  const f = format[from];
  const next = format[from + 1];
  if ((f !== gap && f !== nameGap) || next === gap || next === nameGap) return from;
  let at = from;
  for (; at < pattern.length; at++) {
    const p = pattern[at]!;
    if (p === next || p === star || p === '?' || (p === '/' && f === nameGap)) break;
  }
  return at;
}

/** Whether all that is left is one mark that fits everything. */
function endsWithAny(text: string, mark: string, from: number): boolean {
  return from === text.length - 1 && text[from] === mark;
}

/** Steps through the pattern with the set of all places the format can be at. */
function meet(format: string, from: number, pattern: string, at: number): boolean {
  let places = new Uint8Array(format.length + 1);
  places[from] = 1;
  skipGaps(format, places);
  for (let i = at; i < pattern.length; i++) {
    const p = pattern[i]!;
    const next = new Uint8Array(format.length + 1);
    let any = false;
    for (let place = 0; place <= format.length; place++) {
      if (!places[place]) continue;
      if (p === star) {
        next.fill(1, place);
        any = true;
        break;
      }
      const f = format[place];
      if (f === gap || (f === nameGap && p !== '/')) next[place] = 1;
      else if (f === p || (p === '?' && f !== undefined)) next[place + 1] = 1;
      else continue;
      any = true;
    }
    if (!any) return false;
    skipGaps(format, next);
    places = next;
  }
  return places[format.length] === 1;
}

/** A gap may be empty. */
function skipGaps(format: string, places: Uint8Array): void {
  for (let place = 0; place < format.length; place++) {
    if (places[place] && (format[place] === gap || format[place] === nameGap)) places[place + 1] = 1;
  }
}
