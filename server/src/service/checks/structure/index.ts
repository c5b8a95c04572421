import type { Check } from '../check';
import { invalidEffect } from './invalidEffect';
import { jsonSyntaxError } from './jsonSyntaxError';

export const structureChecks: readonly Check[] = [jsonSyntaxError, invalidEffect];
