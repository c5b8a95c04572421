import type { CompletionContext, Suggestion } from './suggestion';
import { stringValue } from './suggestion';

/** Says of a suggestion that it was read from the account, not from the reference. */
function fromAccount(what: string, { account }: CompletionContext): string {
  return account?.account ? `${what} in account ${account.account} (live)` : `${what} (live)`;
}

const rank = 0;

/** Things of the account that the statement's actions work on, by `service/type`. */
export function liveResources(types: readonly string[], context: CompletionContext): Suggestion[] {
  const { account, names, place } = context;
  if (!account) return [];
  const takes = (type: string) => types.some((one) => one.toLowerCase() === type);
  const image = (id: string) => `arn:${names.partition}:ec2:${account.region ?? '*'}::image/${id}`;
  const images = account.instances.flatMap(({ imageId }) => imageId ?? []);
  const instance = (id: string) =>
    `arn:${names.partition}:ec2:${account.region ?? '*'}:${account.account ?? '*'}:instance/${id}`;
  return [
    ...(takes('iam/role') ? account.roles.map(({ arn }) => live(arn, 'role', context)) : []),
    ...(takes('iam/instance-profile')
      ? account.instanceProfiles.map(({ arn }) => live(arn, 'instance profile', context))
      : []),
    ...(takes('ec2/instance')
      ? account.instances.map(({ id, name }) =>
          live(instance(id), name ? `instance ${name}` : 'instance', context),
        )
      : []),
    ...(takes('ec2/image') ? [...new Set(images)].map((id) => live(image(id), 'image in use', context)) : []),
  ].filter(({ label }) => !place.items.includes(label));
}

/** Roles of the account, as principals. */
export function liveRoles(context: CompletionContext): Suggestion[] {
  const { account, place } = context;
  return (account?.roles ?? [])
    .filter(({ arn }) => !place.items.includes(arn))
    .map(({ arn }) => ({ ...live(arn, 'role', context), kind: 'principal' as const, rank: 3 }));
}

/** Tag keys that instances of the account have. */
export function liveTagKeys({ account }: CompletionContext): string[] {
  return [...new Set((account?.instances ?? []).flatMap(({ tags }) => Object.keys(tags)))].sort();
}

/** Values that instances of the account have for a tag. */
export function liveTagValues(tag: string, context: CompletionContext): Suggestion[] {
  const values = (context.account?.instances ?? []).flatMap(({ tags }) => tags[tag] ?? []);
  return [...new Set(values)].sort().map((value) => ({
    ...live(value, `value of the tag ${tag}`, context),
    kind: 'value' as const,
  }));
}

function live(text: string, what: string, context: CompletionContext): Suggestion {
  return stringValue(text, { kind: 'resource', detail: fromAccount(what, context), rank });
}
