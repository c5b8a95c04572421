import type { Check } from '../check';
import { missingRequiredResource } from './missingRequiredResource';

export const coverageChecks: readonly Check[] = [missingRequiredResource];
