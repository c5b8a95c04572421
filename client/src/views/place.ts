import type { Disposable } from '../emitter';
import type { Account } from '../state/account';
import type { Selection } from '../state/selection';
import type { AccountView } from './accountView';
import { PlaceStatus } from './placeStatus';

/**
 * Keeps the status bar and the view's title at the profile and region in use. They appear with the first use of an
 * account, so that a person who only writes policies is not bothered.
 */
export const showPlace = (account: Account, selection: Selection, view: AccountView): Disposable => {
  const status = new PlaceStatus();
  const show = () => {
    const { choice } = selection;
    const profile = choice.profile ?? account.place?.profile ?? environmentProfile();
    const region = account.place?.region ?? choice.region;
    if (region === undefined && account.blockedBy === undefined && choice.profile === undefined) return;
    status.show(profile, region);
    view.place = region === undefined ? profile : `${profile} · ${region}`;
  };
  const listener = account.onDidChange(show);
  show();
  return {
    dispose: () => {
      listener.dispose();
      status.dispose();
    },
  };
};

/** What to call the credentials the SDK finds when no profile is named. */
const environmentProfile = (): string =>
  process.env.AWS_PROFILE ?? (process.env.AWS_ACCESS_KEY_ID === undefined ? 'default' : 'environment');
