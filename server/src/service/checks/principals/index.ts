import type { Check } from '../check';

export const principalChecks: readonly Check[] = [];
