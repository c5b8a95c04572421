import type { Check } from '../check';
import { emptyArrayAction } from './emptyArrayAction';
import { emptyArrayCondition } from './emptyArrayCondition';
import { emptyArrayConditionForallvalues } from './emptyArrayConditionForallvalues';
import { emptyArrayConditionForanyvalue } from './emptyArrayConditionForanyvalue';
import { emptyArrayConditionIfexists } from './emptyArrayConditionIfexists';
import { emptyArrayPrincipal } from './emptyArrayPrincipal';
import { emptyArrayResource } from './emptyArrayResource';
import { emptyObjectCondition } from './emptyObjectCondition';
import { emptyObjectPrincipal } from './emptyObjectPrincipal';

export const emptyChecks: readonly Check[] = [
  emptyArrayAction,
  emptyArrayResource,
  emptyArrayPrincipal,
  emptyObjectPrincipal,
  emptyObjectCondition,
  emptyArrayCondition,
  emptyArrayConditionForallvalues,
  emptyArrayConditionForanyvalue,
  emptyArrayConditionIfexists,
];
