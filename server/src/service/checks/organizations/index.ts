import type { Check } from '../check';

export const organizationChecks: readonly Check[] = [];
