import { ConfigurationTarget, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { livePolicyScheme } from '../../../server/src/protocol/livePolicies';
import { type ChoosePolicyKindArguments, toldKindNames } from '../../../server/src/protocol/policyKind';
import type { ToldKind } from '../../../server/src/protocol/resourcePolicies';

type Choice = ToldKind;

/**
 * Asks what kind of policy a file is and keeps the answer in the setting `trustwright.files`: of the workspace when
 * the file belongs to it, else of the user. Without arguments it is about the file in the active editor.
 */
export const choosePolicyKind = async (about?: ChoosePolicyKindArguments): Promise<void> => {
  const uri = about ? Uri.parse(about.uri) : window.activeTextEditor?.document.uri;
  if (uri?.scheme === livePolicyScheme) {
    void window.showInformationMessage('What kind of policy this is, is settled by where it is in AWS.');
    return;
  }
  if (uri?.scheme !== 'file') {
    void window.showInformationMessage('Save the policy to a file first; then its kind can be remembered.');
    return;
  }
  const choice = await pickKind(about?.kind);
  if (choice) await remember(uri, choice);
};

interface KindItem extends QuickPickItem {
  readonly choice: Choice;
}

const pickKind = async (current: Choice | undefined): Promise<Choice | undefined> => {
  const kinds = (Object.entries(toldKindNames) as [Choice, string][]).map(([choice, label]): KindItem => ({
    label,
    choice,
    ...(choice === current && { description: 'now' }),
  }));
  const items: KindItem[] = [{ label: 'Tell by name and content', choice: 'auto' }, ...kinds];
  const title = 'Kind of Policy';
  return (await window.showQuickPick(items, { title, placeHolder: 'What is this policy for?' }))?.choice;
};

const remember = async (uri: Uri, choice: Choice): Promise<void> => {
  const folder = workspace.getWorkspaceFolder(uri);
  const pattern = folder ? workspace.asRelativePath(uri, false) : uri.path;
  // With several folders each keeps its own.
  const isOneOfMany = (workspace.workspaceFolders?.length ?? 0) > 1;
  const ofFolder = isOneOfMany ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Workspace;
  const target = folder ? ofFolder : ConfigurationTarget.Global;
  const settings = workspace.getConfiguration('trustwright', uri);
  const known = settings.inspect<Record<string, Choice>>('files');
  const inWorkspace = isOneOfMany ? known?.workspaceFolderValue : known?.workspaceValue;
  const files = { ...(folder ? inWorkspace : known?.globalValue) };
  delete files[pattern];
  if (choice !== 'auto') files[pattern] = choice;
  await settings.update('files', Object.keys(files).length > 0 ? files : undefined, target);
};
