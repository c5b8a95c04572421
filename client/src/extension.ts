import { commands, type ExtensionContext, window } from 'vscode';
import { join } from 'node:path';
import { choosePolicyKind as choosePolicyKindCommand } from '../../server/src/protocol/policyKind';
import { copyText as copyTextCommand } from '../../server/src/protocol/copyText';
import { blockedByBoundaryRequest } from '../../server/src/protocol/boundary';
import { serviceTrust } from '../../server/src/protocol/serviceTrust';
import { loadAws } from './aws/load';
import { choosePolicyKind } from './commands/choosePolicyKind';
import { copyText } from './commands/copy';
import { rememberSwaps, SwapsUnderWay } from './changes/underWay';
import { offerLeft } from './commands/offerLeft';
import { registerAccountCommands } from './commands/register';
import { registerChangingCommands } from './commands/registerChanging';
import { registerSeeingCommands } from './commands/registerSeeing';
import { LivePolicies } from './documents/livePolicies';
import { recognizeTerraformFiles } from './documents/terraformFiles';
import { Interaction } from './interaction';
import { PolicyLanguageClient } from './languageClient';
import { createLog } from './log';
import { Pages } from './pages/page';
import { Account } from './state/account';
import { accountValues } from './state/accountValues';
import { Selection } from './state/selection';
import { registerRoleTerminalProfile } from './commands/assume/terminalProfile';
import { renewTerminalNotice } from './commands/sessions/lostTerminals';
import { tellOfSessions } from './commands/sessions/sessionMessages';
import { OpenSessions } from './sessions/openSessions';
import { RememberedRoles } from './sessions/rememberedRoles';
import { TreeOptions } from './state/treeOptions';
import { RoleTerminals } from './terminal/roleTerminals';
import { AccountView } from './views/accountView';
import { showPlace } from './views/place';
import { rowMarks } from './views/rowMarks';
import { SessionStatus } from './views/sessions/sessionStatus';
import { SessionsView } from './views/sessions/sessionsView';

/** Builds the parts and registers them; everything made here is disposed with the extension. */
export function activate(context: ExtensionContext): void {
  const log = createLog();
  const languageClient = new PolicyLanguageClient(context, log);
  const interaction = new Interaction();
  const selection = new Selection(context.workspaceState);
  const account = new Account(async () => (await loadAws()).connect(selection.choice, interaction.askMfa), {
    moreRegions: () => selection.choice.moreRegions ?? [],
    evaluateTrust: (params) => languageClient.ask(serviceTrust, params),
  });
  const treeOptions = new TreeOptions(context.workspaceState);
  const pages = new Pages(context);
  const view = new AccountView(account, treeOptions);
  const sessions = new OpenSessions();
  const files = {
    folder: join(context.globalStorageUri.fsPath, 'terminals'),
    program: context.asAbsolutePath('dist/credential-process.js'),
  };
  const terminals = new RoleTerminals(sessions, files, context.workspaceState, log);
  const remembered = new RememberedRoles(context.globalState);
  const parts = {
    account,
    selection,
    interaction,
    sessions,
    terminals,
    remembered,
    policies: languageClient,
    log,
  };

  const swaps = new SwapsUnderWay(context.globalState);
  rememberSwaps(swaps);

  context.subscriptions.push(
    log,
    languageClient,
    languageClient.startWhenNeeded(),
    recognizeTerraformFiles(log),
    selection,
    account,
    treeOptions,
    view,
    window.registerFileDecorationProvider(rowMarks),
    selection.onDidChange(() => {
      account.reset();
    }),
    selection.onDidShowRegions(() => void account.regionsChanged()),
    account.onDidChange(() => {
      const values = accountValues(account);
      if (values !== undefined) languageClient.tellAccount(values);
    }),
    showPlace(account, selection, view),
    terminals,
    sessions,
    new SessionsView(sessions, terminals),
    new SessionStatus(sessions, terminals),
    tellOfSessions(sessions, interaction, log),
    renewTerminalNotice(terminals),
    registerRoleTerminalProfile(parts),
    ...registerAccountCommands(parts),
    ...registerChangingCommands(parts),
    pages,
    new LivePolicies(account, (method, params) => languageClient.ask(method, params), log),
    ...registerSeeingCommands({
      account,
      selection,
      treeOptions,
      pages,
      interaction,
      log,
      askBlocked: (policies, boundary) =>
        languageClient.ask(blockedByBoundaryRequest, { policies, boundary }),
    }),
    commands.registerCommand(choosePolicyKindCommand, choosePolicyKind),
    commands.registerCommand(copyTextCommand, copyText),
    commands.registerCommand('trustwright.showLog', () => {
      log.show();
    }),
    commands.registerCommand('trustwright.restartServer', () => languageClient.restart()),
  );
  void offerLeft(parts, swaps);
}
