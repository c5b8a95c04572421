import type { Check } from '../check';
import { emptyVariable } from './emptyVariable';
import { invalidVariableForOperator } from './invalidVariableForOperator';
import { missingBraceInVariable } from './missingBraceInVariable';
import { missingQuoteInVariable } from './missingQuoteInVariable';
import { unknownPolicyVariable } from './unknownPolicyVariable';
import { unsupportedSpaceInVariable } from './unsupportedSpaceInVariable';
import { variableBeforeFifthColon } from './variableBeforeFifthColon';
import { variableNotEscaped } from './variableNotEscaped';
import { variableUnsupportedInElement } from './variableUnsupportedInElement';
import { variableUnsupportedInVersion } from './variableUnsupportedInVersion';

export const variableChecks: readonly Check[] = [
  variableNotEscaped,
  missingBraceInVariable,
  emptyVariable,
  unsupportedSpaceInVariable,
  missingQuoteInVariable,
  variableUnsupportedInElement,
  variableBeforeFifthColon,
  variableUnsupportedInVersion,
  invalidVariableForOperator,
  unknownPolicyVariable,
];
