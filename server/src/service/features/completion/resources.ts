import type { ActionResource, Service } from '../../catalog/catalog';
import { typesMatching } from '../../iam/arnFormats';
import { usualTypes } from '../../iam/usualResources';
import { continued, isOfFormat } from './arnContinued';
import { arnTemplate } from './arnTemplate';
import { liveResources } from './live';
import { withoutStops } from './snippet';
import { type CompletionContext, stringValue, type Suggestion } from './suggestion';
import { variables } from './variables';

/** ARNs of what the statement's actions work on, with stops for their open parts. */
export function resources(context: CompletionContext): Suggestion[] {
  const inVariable = variables(context);
  if (inVariable) return inVariable;
  const wanted = wantedTypes(context);
  const templates = wanted.flatMap((type) => suggestType(type, context));
  const all = [
    ...star(context),
    ...restOfLaunch(wanted, context),
    ...partners(wanted, context),
    ...templates,
  ];
  const present = new Set(context.place.items);
  const written = all.filter(({ label }) => !present.has(label));
  return [
    ...liveResources(
      wanted.map(({ service, name }) => `${service.prefix}/${name}`),
      context,
    ),
    ...unique(written),
  ];
}

/** None of the statement's actions can be limited to resources. */
export function takesNoResource({ statement, meaningOf }: CompletionContext): boolean {
  const meanings = (statement?.actions ?? []).map(meaningOf);
  return (
    meanings.length > 0 &&
    meanings.every(
      ({ actions }) => actions && actions.length > 0 && actions.every((one) => one.resources.length === 0),
    )
  );
}

/** One of the statement's actions touches resources of several types, so that its resources will be a list. */
export function needsSeveralTypes({ statement, meaningOf }: CompletionContext): boolean {
  const meant = (statement?.actions ?? []).flatMap((pattern) => meaningOf(pattern).actions ?? []);
  return meant.some(({ resources: types }) => types.filter(({ required }) => required).length > 1);
}

interface WantedType {
  readonly service: Service;
  readonly name: string;
  /** The actions that take it, with prefix. */
  readonly actions: readonly string[];
  /** An action can't do without it. */
  readonly required: boolean;
  /** Of {@link actions}, those that the statement names one by one and that can't do, or seldom do, without it. */
  readonly neededBy: readonly string[];
  /** A resource of the statement matches the type already. */
  readonly covered: boolean;
}

/** Types that the actions take; without any action, those of the service that the ARN begins with. */
function wantedTypes(context: CompletionContext): WantedType[] {
  const { statement, meaningOf, catalog, place } = context;
  const found = new Map<string, WantedType>();
  for (const pattern of statement?.actions ?? []) {
    const { service, actions = [] } = meaningOf(pattern);
    // All but these: what they work on is what is not meant.
    if (pattern.negated) continue;
    for (const action of actions)
      for (const resource of action.resources)
        if (service)
          add(
            found,
            service,
            resource,
            { name: `${service.prefix}:${action.name}`, isNamed: !pattern.hasWildcard },
            place.items,
          );
  }
  if (found.size > 0) return [...found.values()];
  const service = catalog.service(/^arn:[^:]*:([^:]*):/.exec(place.typed)?.[1] ?? '');
  return [...(service?.resourceTypes.values() ?? [])].map(({ name }) => ({
    service: service!,
    name,
    actions: [],
    required: false,
    neededBy: [],
    covered: false,
  }));
}

function add(
  found: Map<string, WantedType>,
  service: Service,
  { type, required }: ActionResource,
  { name: action, isNamed }: { readonly name: string; readonly isNamed: boolean },
  items: readonly string[],
): void {
  const key = `${service.prefix}/${type}`;
  const before = found.get(key);
  found.set(key, {
    service,
    name: type,
    actions: [...(before?.actions ?? []), action],
    required: required || Boolean(before?.required),
    neededBy: [
      ...(before?.neededBy ?? []),
      ...(isNamed && (required || usualTypes(action).includes(type)) ? [action] : []),
    ],
    covered:
      before?.covered ?? items.some((item) => typesMatching(item, service)?.includes(type.toLowerCase())),
  });
}

function suggestType({ service, name, actions, required, covered }: WantedType, context: CompletionContext) {
  const { names, place } = context;
  const detail = describeType(name, actions, required);
  const rank = covered ? 5 : isSeldom(service, name) ? 4 : required ? 1 : 2;
  return arnsOf(service, name).flatMap((arn): Suggestion[] => {
    const whole = arnTemplate(arn, names);
    const goesOn = withoutStops(whole).startsWith(place.typed) ? [] : continued(arn, place.typed, names);
    const texts = goesOn.length > 0 ? goesOn : [whole];
    return texts.map((text) => suggestArn(text, detail, rank));
  });
}

function suggestArn(text: string, detail: string, rank: number): Suggestion {
  return stringValue(text, { label: withoutStops(text), kind: 'resource', detail, rank });
}

function arnsOf({ resourceTypes }: Service, type: string): readonly string[] {
  return resourceTypes.get(type.toLowerCase())?.arns ?? [];
}

/** Other ways to a bucket or an object than its own name. */
function isSeldom({ prefix }: Service, type: string): boolean {
  return prefix === 's3' && /^(accesspoint|accessgrant|objectlambda|storagelens)/.test(type);
}

/** What belongs to resources that the policy names: the objects of its bucket, the bucket of its objects. */
function partners(wanted: readonly WantedType[], { policy, place, names }: CompletionContext): Suggestion[] {
  const typed = place.word;
  const known = new Set(policy.statements.flatMap(({ resources: all }) => all.map(({ text }) => text)));
  known.delete(typed);
  return wanted.flatMap(({ service, name, actions, required, covered }) => {
    if (covered) return [];
    const detail = describeType(name, actions, required);
    return arnsOf(service, name).flatMap((arn) =>
      [...known].flatMap((text) => {
        const whole = text.slice(0, Math.max(0, text.lastIndexOf('/')));
        if (isOfFormat(arn, whole)) return suggestArn(whole, detail, 0);
        if (/[*?$]/.test(text.slice(text.lastIndexOf(':')))) return [];
        return continued(arn, text, names).map((one) => suggestArn(one, detail, 0));
      }),
    );
  });
}

function describeType(name: string, actions: readonly string[], required: boolean): string {
  if (actions.length === 0) return name;
  const [first] = actions;
  const others = actions.length > 1 ? ` and ${actions.length - 1} more` : '';
  return `${name} · ${required ? 'needed' : 'taken'} by ${first}${others}`;
}

/** `*` goes first where the actions take nothing else. */
function star(context: CompletionContext): Suggestion[] {
  if (context.place.items.length > 0) return [];
  const only = takesNoResource(context);
  const detail = only ? 'The actions take no other resource' : 'Every resource';
  return [stringValue('*', { kind: 'resource', detail, rank: only ? 0 : 3 })];
}

/**
 * What an action needs besides what the list has: a launch that is limited to one image still touches an instance, a
 * subnet, a volume and so on.
 */
function restOfLaunch(wanted: readonly WantedType[], { place, names }: CompletionContext): Suggestion[] {
  if (!place.inList) return [];
  const actions = new Set(wanted.filter(({ covered }) => covered).flatMap(({ neededBy }) => neededBy));
  const [action, missing = []] =
    [...actions]
      .map(
        (one) => [one, wanted.filter(({ covered, neededBy }) => !covered && neededBy.includes(one))] as const,
      )
      .find(([, types]) => types.length > 1) ?? [];
  if (action === undefined) return [];
  const arns = missing.flatMap(({ service, name }) => {
    const [arn] = service.resourceTypes.get(name.toLowerCase())?.arns ?? [];
    return arn ? [arnTemplate(arn, names, '*')] : [];
  });
  return [
    {
      label: `The rest: ${missing.map(({ name }) => name).join(', ')}`,
      kind: 'resource',
      detail: `What ${action} needs besides`,
      piece: { kind: 'values', values: arns.map(withoutStops) },
      rank: 0,
      search: 'arn:',
    },
  ];
}

function unique(suggestions: readonly Suggestion[]): Suggestion[] {
  const byLabel = new Map<string, Suggestion>();
  for (const suggestion of suggestions) {
    const other = byLabel.get(suggestion.label);
    if (!other || (suggestion.rank ?? 0) < (other.rank ?? 0)) byLabel.set(suggestion.label, suggestion);
  }
  return [...byLabel.values()];
}
