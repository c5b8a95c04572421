import { commands, type ExtensionContext } from 'vscode';
import { PolicyLanguageClient } from './languageClient';
import { createLog } from './log';

/** Builds the parts and registers them; everything made here is disposed with the extension. */
export function activate(context: ExtensionContext): void {
  const log = createLog();
  const languageClient = new PolicyLanguageClient(context, log);

  context.subscriptions.push(
    log,
    languageClient,
    commands.registerCommand('trustwright.showLog', () => {
      log.show();
    }),
    commands.registerCommand('trustwright.restartServer', () => languageClient.restart()),
  );

  void languageClient.start();
}
