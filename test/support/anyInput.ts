import type { Parameters } from 'fast-check';

/** How many times as many inputs `npm run fuzz` tries; zero where the tests run as usual. */
const times = Number(process.env.TRUSTWRIGHT_FUZZ ?? 0);

/** Any number will do; without one the same commit would pass today and fail tomorrow. */
const seed = 20_260_101;

/** The parameters of a property: the same inputs in every run of the tests, new and many in `npm run fuzz`. */
export function runs<T>(count: number): Parameters<T> {
  return times > 0 ? { numRuns: count * times } : { numRuns: count, seed };
}

/** How long a property may take, in milliseconds; zero is without end. */
export const patience = times > 0 ? 0 : 120_000;
