import type { Account } from '../state/account';
import type { Subject } from '../views/row';

/** Reads one thing of the account again, with a call or two instead of whole lists. */
export const refreshItem = async (account: Account, subject: Subject | undefined): Promise<void> => {
  switch (subject?.kind) {
    case 'instance':
      return account.refreshInstance(subject.instance);
    case 'role':
      return account.refreshRole(subject.role.name);
    case 'profile':
      return account.refreshProfile(subject.profile.name);
    case 'policy':
    case 'inlinePolicy':
    case undefined:
      return account.refresh();
  }
};
