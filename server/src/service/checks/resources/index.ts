import type { Check } from '../check';

export const resourceChecks: readonly Check[] = [];
