import type { Check } from '../check';

export const extraChecks: readonly Check[] = [];
