import type { Check } from '../check';

export const variableChecks: readonly Check[] = [];
