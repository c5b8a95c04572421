import type { Check } from '../check';
import { createSlrWithNotActionAndNotResource } from './createSlrWithNotActionAndNotResource';
import { createSlrWithNotResource } from './createSlrWithNotResource';
import { createSlrWithStarInActionAndNotResource } from './createSlrWithStarInActionAndNotResource';
import { createSlrWithStarInActionAndResource } from './createSlrWithStarInActionAndResource';
import { createSlrWithStarInResource } from './createSlrWithStarInResource';
import { createSlrWithStarInResourceAndNotAction } from './createSlrWithStarInResourceAndNotAction';
import { passRoleWithNotActionAndNotResource } from './passRoleWithNotActionAndNotResource';
import { passRoleWithNotResource } from './passRoleWithNotResource';
import { passRoleWithStarInActionAndNotResource } from './passRoleWithStarInActionAndNotResource';
import { passRoleWithStarInActionAndResource } from './passRoleWithStarInActionAndResource';
import { passRoleWithStarInResource } from './passRoleWithStarInResource';
import { passRoleWithStarInResourceAndNotAction } from './passRoleWithStarInResourceAndNotAction';

export const passRoleChecks: readonly Check[] = [
  passRoleWithStarInResource,
  passRoleWithStarInActionAndResource,
  passRoleWithStarInResourceAndNotAction,
  passRoleWithNotResource,
  passRoleWithStarInActionAndNotResource,
  passRoleWithNotActionAndNotResource,
  createSlrWithStarInResource,
  createSlrWithStarInActionAndResource,
  createSlrWithStarInResourceAndNotAction,
  createSlrWithNotResource,
  createSlrWithStarInActionAndNotResource,
  createSlrWithNotActionAndNotResource,
];
