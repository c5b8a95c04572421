import type { Check } from '../check';

export const quotaChecks: readonly Check[] = [];
