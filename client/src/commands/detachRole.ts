import { type LogOutputChannel, window } from 'vscode';
import { type AssociationChange, associationsOf, changeAssociation } from '../changes/association';
import { decideDetach, nameOf } from '../changes/plan';
import { ChangeError } from '../changes/run';
import { confirmDetach } from '../changes/words';
import { inertInMessage } from '../inert';
import type { Account } from '../state/account';
import type { Subject } from '../views/row';
import { confirm, makeChange, reversed } from './makeChange';
import { pickInstance } from './pick';

/** Takes the role off an instance. An instance that has none is left alone. */
export const detachRole = async (
  account: Account,
  log: LogOutputChannel,
  subject: Subject | undefined,
): Promise<void> => {
  const attached = (id: string) => account.links.associationOf(id) !== undefined;
  const instance =
    subject?.kind === 'instance'
      ? subject.instance
      : await pickInstance(account, 'Detach Role from Instance', attached);
  const connection = await account.connection();
  const associations = await associationsOf(instance.id, connection);
  const decision = decideDetach(instance, associations, account.lists.profiles.items);
  if (decision.kind === 'refused') throw new ChangeError(decision.sentence);
  if (decision.kind === 'nothing') {
    void window.showInformationMessage(inertInMessage(decision.sentence));
    return;
  }
  const { present } = decision;
  await confirm(confirmDetach(instance, present, connection.place));
  const asked: AssociationChange = { instance, from: present.profileName, to: undefined };
  await makeChange(
    { account, services: connection, log },
    {
      instance,
      title: `Detaching ${present.roleName ?? present.profileName}`,
      done: `${nameOf(instance)} has no role any more.`,
      make: async (run) => {
        await changeAssociation(asked, connection, run);
        return reversed(asked);
      },
    },
  );
};
