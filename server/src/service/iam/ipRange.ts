import { lazily } from '../lazily';
import type * as Addresses from './ipRange.lazy';

const addresses = lazily(() => require('./ipRange.lazy') as typeof Addresses);

export type { IpRange } from './ipRange.lazy';

/** Reads an address, with a prefix length or without; undefined when it is none. */
export const parseIpRange: typeof Addresses.parseIpRange = (text) => addresses().parseIpRange(text);
/** The range with the bits behind its prefix length cleared: `203.0.113.5/24` is `203.0.113.0/24`. */
export const networkOf: typeof Addresses.networkOf = (range) => addresses().networkOf(range);
/** Whether no bit is set behind the prefix length. */
export const isNetwork: typeof Addresses.isNetwork = (range) => addresses().isNetwork(range);
/** Whether all of the range lies in blocks that no request over the internet comes from. */
export const isPrivate: typeof Addresses.isPrivate = (range) => addresses().isPrivate(range);
/** Whether all of `inner` lies in `outer`. */
export const contains: typeof Addresses.contains = (outer, inner) => addresses().contains(outer, inner);
