import type { Check } from '../check';

export const coverageChecks: readonly Check[] = [];
