import type { Account } from '../state/account';
import type { TreeOptions } from '../state/treeOptions';
import { identifierOf, type Subject } from './row';

/** What the tree is drawn from: the account, and how the person wants to see it. */
export interface Shown {
  readonly account: Account;
  readonly options: TreeOptions;
}

/** The parts of a row that say whether its thing is a favourite. */
export const starred = (
  { options }: Shown,
  subject: Subject,
  context: string,
): { readonly subject: Subject; readonly context: string } => ({
  subject,
  context: options.isFavourite(identifierOf(subject)) ? `${context}.favourite` : context,
});

export const star = ({ options }: Shown, identifier: string): string =>
  options.isFavourite(identifier) ? '★' : '';
