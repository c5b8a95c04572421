import { window } from 'vscode';
import type { TreeOptions } from '../state/treeOptions';

/** Shows of the tree what matches, while it is typed. Enter keeps it so, Escape brings back what was shown. */
export const search = (options: TreeOptions): Promise<void> =>
  new Promise((resolve) => {
    const before = options.filterText;
    let kept = false;
    const input = window.createInputBox();
    input.title = 'Search the Account';
    input.placeholder = 'web-1   state:running   tag:env=prod   role:Name   region:eu-west-1   is:problem';
    input.prompt = 'Names, IDs, addresses, tags, roles. Enter keeps the search, Escape ends it.';
    input.value = before;
    input.onDidChangeValue((text) => {
      options.filterText = text;
    });
    input.onDidAccept(() => {
      kept = true;
      input.hide();
    });
    input.onDidHide(() => {
      if (!kept) options.filterText = before;
      input.dispose();
      resolve();
    });
    input.show();
  });
