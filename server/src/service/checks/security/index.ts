import type { Check } from '../check';

export const securityChecks: readonly Check[] = [];
