import type { Association, Instance } from '../aws/model';
import { idle, type Listing } from './listing';

/** What is listed region by region. */
export interface RegionLists {
  readonly instances: Listing<Instance>;
  readonly associations: Listing<Association>;
}

export const nothingInRegion: RegionLists = { instances: idle, associations: idle };

/** Lists of several regions as one: loading while any loads, failed only where every one failed. */
export const merged = <T>(listings: readonly Listing<T>[]): Listing<T> => {
  if (listings.length === 1) return listings[0]!;
  const items = listings.flatMap((listing) => listing.items);
  const statuses = listings.map(({ status }) => status);
  if (statuses.includes('loading')) return { status: 'loading', items };
  if (statuses.length === 0 || statuses.includes('idle')) return { status: 'idle', items };
  if (statuses.includes('ready')) return { status: 'ready', items };
  return { status: 'failed', items, failure: listings[0]!.failure! };
};
