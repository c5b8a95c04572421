import { workspace } from 'vscode';
import { type Delivery, isDelivery } from '../terminal/delivery';
import type { AccountLook } from './accounts';

// All of these have a scope that a workspace cannot set: a hostile one must not change how credentials are handed on.

const section = () => workspace.getConfiguration('trustwright');

/** How credentials are delivered unless the person says otherwise for a role. */
export const defaultDelivery = (): Delivery => {
  const set = section().get<string>('sessions.delivery');
  return isDelivery(set) ? set : 'endpoint';
};

/** Whether terminals keep the person's own AWS files, at the price that `[default]` in them wins over the role. */
export const usesOwnFiles = (): boolean => section().get<string>('sessions.sharedFiles') === 'own';

/** Length of a session in seconds where nothing is remembered for its role. */
export const defaultDuration = (): number => {
  const minutes = section().get<number>('sessions.duration');
  return typeof minutes === 'number' && Number.isFinite(minutes) ? Math.round(minutes) * 60 : 3600;
};

/** Name and colour that the person gave an account. */
export const accountLook = (account: string): AccountLook | undefined =>
  section().get<Record<string, AccountLook>>('accounts')?.[account];
