import type { Memory } from '../../../client/src/state/selection';

/** The editor's memory, without an editor. */
export const remembering = (): Memory => {
  const memory = new Map<string, unknown>();
  return {
    get: <T>(key: string) => memory.get(key) as T | undefined,
    update: (key, value) => Promise.resolve(void memory.set(key, value)),
  };
};
