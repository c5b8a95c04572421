import type { Check } from '../check';

export const valueChecks: readonly Check[] = [];
