import type { Check } from '../check';

export const emptyChecks: readonly Check[] = [];
