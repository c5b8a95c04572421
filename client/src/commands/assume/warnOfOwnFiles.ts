import { ConfigurationTarget, window, workspace } from 'vscode';
import { loadAws } from '../../aws/load';
import { usesOwnFiles } from '../../sessions/settings';
import type { Delivery } from '../../terminal/delivery';

/** Where a terminal keeps the person's own AWS files and `[default]` in them has credentials, these win over the role. */
export const warnOfOwnFiles = async (delivery: Delivery): Promise<void> => {
  if (delivery !== 'endpoint' || !usesOwnFiles()) return;
  const profiles = await (await loadAws()).listProfiles();
  const source = profiles.find(({ name }) => name === 'default')?.source;
  if (source === undefined || source === 'no credentials') return;
  const change = 'Use Generated Files';
  const choice = await window.showErrorMessage(
    'Programs in this terminal do not act as the role.',
    {
      modal: true,
      detail:
        `You keep your own AWS files in role terminals, and [default] in them has credentials (${source}), which win over the role. ` +
        'Remove them there, or use generated files and open the terminal again.',
    },
    change,
  );
  if (choice !== change) return;
  const settings = workspace.getConfiguration('trustwright');
  await settings.update('sessions.sharedFiles', 'generated', ConfigurationTarget.Global);
};
