import { commands } from 'vscode';
import type { Instance } from '../aws/model';
import type { Disposable } from '../emitter';
import type { Account } from '../state/account';
import type { Row, Subject } from '../views/row';
import { attachMany } from './attachMany';
import { attachRole } from './attachRole';
import { detachRole } from './detachRole';
import { ownRole } from './ownRole';
import { createProfile, deleteProfile, removeProfileRole, setProfileRole } from './profiles';
import { registerReports } from './reports';
import { RoleDrafts } from './roleDrafts';
import { attachPolicies, deleteRole, detachPolicies } from './roles';
import { type RunContext, runOnAccount } from './runOnAccount';

/** What changing the account needs. */
export interface ChangingContext extends RunContext {
  readonly account: Account;
}

type Handler = (subject: Subject | undefined, selected: readonly Instance[]) => Promise<unknown>;

/** Registers the commands that change the account. From the tree they get a row, or several; from the palette nothing. */
export const registerChangingCommands = (context: ChangingContext): Disposable[] => {
  const drafts = new RoleDrafts();
  const handlers: Record<string, Handler> = {
    'trustwright.attachRole': (subject, selected) =>
      selected.length > 1 ? attachMany(context, selected) : attachRole(context, subject),
    'trustwright.attachRoleToMany': (_, selected) => attachMany(context, selected),
    'trustwright.detachRole': (subject) => detachRole(context, subject),
    'trustwright.ownRole': (subject) => ownRole(context, subject),
    'trustwright.createInstanceProfile': (subject) => createProfile(context, subject),
    'trustwright.setProfileRole': (subject) => setProfileRole(context, subject),
    'trustwright.removeProfileRole': (subject) => removeProfileRole(context, subject),
    'trustwright.deleteInstanceProfile': (subject) => deleteProfile(context, subject),
    'trustwright.createRole': () => drafts.begin(context.account),
    'trustwright.createRoleFromDraft': () => drafts.finish(context),
    'trustwright.attachPolicies': (subject) => attachPolicies(context, subject),
    'trustwright.detachPolicies': (subject) => detachPolicies(context, subject),
    'trustwright.deleteRole': (subject) => deleteRole(context, subject),
  };
  const registered = Object.entries(handlers).map(([id, handler]) =>
    commands.registerCommand(id, (row?: Row, rows?: readonly Row[]) =>
      runOnAccount(context, () => handler(row?.subject, instancesOf(row, rows))),
    ),
  );
  return [...registered, drafts, ...registerReports()];
};

/** The selected instances, where the command was called on one of them. Buttons give no rows, or something that is none. */
const instancesOf = (row: Row | undefined, rows: unknown): Instance[] => {
  const selected = Array.isArray(rows) ? (rows as Row[]) : [];
  if (row !== undefined && !selected.some(({ id }) => id === row.id)) return [];
  return selected.flatMap(({ subject }) => (subject?.kind === 'instance' ? subject.instance : []));
};
