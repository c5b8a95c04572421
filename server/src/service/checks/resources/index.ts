import type { Check } from '../check';
import { arnAccountNotAllowed } from './arnAccountNotAllowed';
import { arnRegionNotAllowed } from './arnRegionNotAllowed';
import { invalidArnAccount } from './invalidArnAccount';
import { invalidArnPrefix } from './invalidArnPrefix';
import { invalidArnRegion } from './invalidArnRegion';
import { invalidArnResource } from './invalidArnResource';
import { invalidArnServiceCase } from './invalidArnServiceCase';
import { invalidPartition } from './invalidPartition';
import { invalidService } from './invalidService';
import { missingArnAccount } from './missingArnAccount';
import { missingArnField } from './missingArnField';
import { missingArnRegion } from './missingArnRegion';
import { unknownResourceKind } from './unknownResourceKind';

export const resourceChecks: readonly Check[] = [
  invalidArnPrefix,
  missingArnField,
  invalidPartition,
  invalidArnServiceCase,
  invalidService,
  invalidArnResource,
  unknownResourceKind,
  arnRegionNotAllowed,
  arnAccountNotAllowed,
  missingArnRegion,
  missingArnAccount,
  invalidArnAccount,
  invalidArnRegion,
];
