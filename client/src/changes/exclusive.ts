import type { Instance } from '../aws/model';
import { nameOf } from './names';
import { ChangeError } from './run';

/** Instances whose role is being changed now, by id. */
const busy = new Set<string>();

/**
 * Runs a change alone on its instances: one change at a time each.
 * @throws ChangeError where one of them is being changed already; nothing is done then
 */
export const exclusively = async <T>(
  instances: readonly Pick<Instance, 'id' | 'name'>[],
  work: () => Promise<T>,
): Promise<T> => {
  const taken = instances.find(({ id }) => busy.has(id));
  if (taken !== undefined)
    throw new ChangeError(`The role of ${nameOf(taken)} is being changed already. Wait until that is done.`);
  for (const { id } of instances) busy.add(id);
  try {
    return await work();
  } finally {
    for (const { id } of instances) busy.delete(id);
  }
};
