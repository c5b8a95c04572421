import type { Check } from '../check';

export const passRoleChecks: readonly Check[] = [];
