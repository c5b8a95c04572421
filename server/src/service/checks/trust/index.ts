import type { Check } from '../check';

export const trustChecks: readonly Check[] = [];
