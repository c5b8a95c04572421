import type { Check } from '../check';
import { improveIpRange } from './improveIpRange';
import { privateIpAddress } from './privateIpAddress';
import { privateIpAddressSubset } from './privateIpAddressSubset';
import { privateNotIpAddress } from './privateNotIpAddress';
import { privateNotIpAddressSubset } from './privateNotIpAddressSubset';

export const addressChecks: readonly Check[] = [
  improveIpRange,
  privateIpAddress,
  privateNotIpAddress,
  privateIpAddressSubset,
  privateNotIpAddressSubset,
];
