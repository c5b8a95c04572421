import type { Connection } from '../aws/api';
import { confirmProposal, type Proposal } from '../changes/words';
import { confirm, confirmByTyping, type Offer } from './confirm';
import { type ConfirmedChange, makeChange } from './makeChange';
import type { ChangingContext } from './registerChanging';

/** A plan for roles and profiles, with all that is said about it. */
export interface ProposedChange extends Proposal, Omit<ConfirmedChange, 'actions'> {
  /** The account it is about. */
  readonly account: string | undefined;
  /** A name to be typed before it is made. */
  readonly typed?: string;
  readonly offer?: Offer;
}

/** Shows a plan, and makes it where the person says yes. */
export const propose = async (
  { account, log }: ChangingContext,
  connection: Connection,
  proposed: ProposedChange,
): Promise<void> => {
  const confirmation = confirmProposal(proposed, { place: connection.place, account: proposed.account });
  await confirm(confirmation, proposed.offer);
  if (proposed.typed !== undefined) await confirmByTyping(proposed.title, proposed.typed);
  await makeChange({ account, services: connection, log }, proposed);
};
