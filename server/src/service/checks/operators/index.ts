import type { Check } from '../check';

export const operatorChecks: readonly Check[] = [];
