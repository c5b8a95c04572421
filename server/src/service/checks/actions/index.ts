import type { Check } from '../check';

export const actionChecks: readonly Check[] = [];
