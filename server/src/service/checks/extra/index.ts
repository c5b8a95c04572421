import type { Check } from '../check';
import { actionResourceMismatch } from './actionResourceMismatch';
import { allowWithNotAction } from './allowWithNotAction';
import { allowWithNotResource } from './allowWithNotResource';
import { duplicateKey } from './duplicateKey';
import { forallvaluesWithoutNullCheck } from './forallvaluesWithoutNullCheck';
import { invalidArnValue } from './invalidArnValue';
import { missingDependentAction } from './missingDependentAction';
import { oldVersion } from './oldVersion';
import { spaceOrEmptyNameInAction } from './spaceOrEmptyNameInAction';
import { unnecessaryResourceStar } from './unnecessaryResourceStar';
import { unreliableMfaCondition } from './unreliableMfaCondition';
import { unsupportedCharacter } from './unsupportedCharacter';

export const extraChecks: readonly Check[] = [
  duplicateKey,
  oldVersion,
  unsupportedCharacter,
  spaceOrEmptyNameInAction,
  actionResourceMismatch,
  missingDependentAction,
  unnecessaryResourceStar,
  allowWithNotAction,
  allowWithNotResource,
  forallvaluesWithoutNullCheck,
  invalidArnValue,
  unreliableMfaCondition,
];
