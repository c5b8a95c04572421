import type { Connection } from '../aws/api';
import { nameInArn } from '../aws/model';
import type { BoundaryEffect } from './diagnosis';
import type { RoleContents } from './roleDetails';

/** Asks the language server which actions a boundary takes; null where it cannot answer. */
export type AskBlocked = (policies: readonly string[], boundary: string) => Promise<readonly string[] | null>;

/**
 * What a role's permissions boundary takes from it. Without a boundary it costs no call; with one, two for it and each
 * managed policy and one for each inline policy.
 * @returns undefined where there is no boundary or a policy could not be read
 */
export const boundaryEffect = async (
  { policies: service }: Connection,
  { details, policies }: RoleContents,
  askBlocked: AskBlocked,
  signal?: AbortSignal,
): Promise<BoundaryEffect | undefined> => {
  const { boundaryArn, name } = details;
  if (boundaryArn === undefined) return undefined;
  const managed = (arn: string) => service.defaultVersion(arn, signal).then(({ document }) => document);
  try {
    const [boundary, ...own] = await Promise.all([
      managed(boundaryArn),
      ...policies.managed.map(({ arn }) => managed(arn)),
      ...policies.inline.map((policy) => service.inline(name, policy, signal)),
    ]);
    const blocked = await askBlocked(own, boundary);
    return blocked === null ? undefined : { name: nameInArn(boundaryArn), blocked };
  } catch {
    return undefined;
  }
};
