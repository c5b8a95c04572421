import { type QuickPickItem, window } from 'vscode';
import type { Choice } from '../aws/connect';
import { loadAws } from '../aws/load';
import type { ProfileSummary } from '../aws/profiles';
import { isRegionName, knownRegions } from '../aws/regions';
import { answered } from '../errors';
import { inertInLabel } from '../inert';
import type { Account } from '../state/account';
import type { Selection } from '../state/selection';

/** Lets the person choose the profile of the sidebar and the commands; the account is read anew. */
export const chooseProfile = async (selection: Selection): Promise<void> => {
  const profiles = await (await loadAws()).listProfiles();
  const items = [environmentItem, ...profiles.map((profile) => profileItem(profile, selection.choice))];
  const choice = answered(
    await window.showQuickPick(items, {
      title: 'Choose AWS Profile',
      placeHolder: 'Profile of the Trustwright sidebar and its commands',
      matchOnDescription: true,
    }),
  );
  await selection.chooseProfile(choice.profile);
};

interface ProfileItem extends QuickPickItem {
  readonly profile: string | undefined;
}

const environmentItem: ProfileItem = {
  label: 'From the environment',
  description: 'AWS_PROFILE, else keys in the environment, else default',
  profile: undefined,
};

const profileItem = ({ name, source, region }: ProfileSummary, choice: Choice): ProfileItem => ({
  label: inertInLabel(name),
  description: inertInLabel(
    [source, region, name === choice.profile ? 'chosen' : ''].filter(Boolean).join(' · '),
  ),
  profile: name,
});

/** Lets the person choose a region: those the account may use where AWS tells, else those we know, or one typed. */
export const chooseRegion = async (account: Account, selection: Selection): Promise<void> => {
  const region = answered(await pickRegion(regionsOf(account)));
  await selection.chooseRegion(region);
};

/** Lets the person choose whose instances are shown besides those of the chosen region. */
export const showRegions = async (account: Account, selection: Selection): Promise<void> => {
  const { place } = await account.connection();
  const shown = new Set([place.region, ...(selection.choice.moreRegions ?? [])]);
  const items = regionsOf(account)
    .catch(() => Object.keys(knownRegions))
    .then((regions) =>
      [...new Set([...shown, ...[...regions].sort()])].map((region) => ({
        ...regionItem(region),
        picked: shown.has(region),
      })),
    );
  const chosen = answered(
    await window.showQuickPick(items, {
      canPickMany: true,
      title: 'Show Regions',
      placeHolder: `Regions whose instances are shown; ${place.region} always is`,
      matchOnDescription: true,
    }),
  );
  await selection.showRegions(chosen.map(({ label }) => label).filter((region) => region !== place.region));
};

const regionsOf = async (account: Account): Promise<readonly string[]> => {
  const { ec2 } = await account.connection();
  return ec2.regions(AbortSignal.timeout(10_000));
};

const regionItem = (region: string): QuickPickItem => ({
  label: region,
  ...(knownRegions[region] === undefined ? {} : { description: knownRegions[region] }),
});

const pickRegion = (asked: Promise<readonly string[]>): Promise<string | undefined> =>
  new Promise((resolve) => {
    const picker = window.createQuickPick();
    let regions: readonly string[] = Object.keys(knownRegions);
    const show = () => {
      const typed = picker.value.trim();
      const others = isRegionName(typed) && !regions.includes(typed) ? [typed] : [];
      picker.items = [...[...regions].sort(), ...others].map(regionItem);
    };
    picker.title = 'Choose AWS Region';
    picker.placeholder = 'Region of the Trustwright sidebar and its commands';
    picker.matchOnDescription = true;
    picker.busy = true;
    picker.onDidChangeValue(show);
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.label);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    show();
    picker.show();
    void asked
      .then((answer) => {
        if (answer.length > 0) regions = answer;
        show();
      })
      // Without an answer the regions we know stay: choosing one may be what mends the failure.
      .catch(() => undefined)
      .finally(() => (picker.busy = false));
  });
