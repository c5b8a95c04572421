import { env, ProgressLocation, Uri, window } from 'vscode';
import { nameInArn } from '../../aws/model';
import { inertInMessage } from '../../inert';
import { identityProblem } from '../../sessions/identity';
import type { OpenSession } from '../../sessions/openSessions';
import { defaultDelivery } from '../../sessions/settings';
import { identityInTerminal } from '../../terminal/askTerminal';
import type { RoleTerminal } from '../../terminal/roleTerminals';
import type { SessionSubject } from '../../views/sessions/sessionRows';
import { copyExports, settleSession } from '../assume/assumeRole';
import { ofArn } from '../assume/chooseRole';
import type { AssumeContext } from '../assume/context';
import { beginDraft } from '../assume/draft';
import { startSession } from '../assume/start';
import { sessionFor } from './pickSession';

type Command = (context: AssumeContext, subject: SessionSubject | undefined) => Promise<unknown>;

const onSession =
  (title: string, work: (context: AssumeContext, open: OpenSession) => Promise<unknown>): Command =>
  async (context, subject) => {
    const given = subject?.kind === 'session' ? subject.open : undefined;
    const open = await sessionFor(context.sessions, context.terminals, given, title);
    if (open !== undefined) await work(context, open);
  };

const renew = onSession('Renew Role Session', async (_, open) => {
  await progress(`Renewing the session of role ${nameInArn(open.roleArn)}`, () => open.renew());
});

const lock = onSession('Lock Role Session', (_, { session }) => Promise.resolve(session.lock()));

const close = onSession('End Role Session', async ({ sessions }, open) => {
  const dependents = sessions.dependentsOf(open);
  if (dependents.length > 0) {
    const end = 'End Them';
    const names = dependents.map(({ roleArn }) => nameInArn(roleArn)).join(', ');
    const choice = await window.showWarningMessage(
      inertInMessage(
        `Ending the session of role ${nameInArn(open.roleArn)} also ends those assumed from it: ${names}.`,
      ),
      { modal: true },
      end,
    );
    if (choice !== end) return;
  }
  sessions.close(open);
});

const newTerminal = onSession('Open Terminal in Role Session', async ({ terminals }, open) => {
  const wanted = open.options.delivery ?? defaultDelivery();
  await terminals.open(open, wanted === 'exports' ? 'endpoint' : wanted);
});

const openConsole = onSession('Open AWS Console as Role', async (_, open) => {
  const credentials = open.session.credentials();
  if (credentials === undefined) {
    void window.showWarningMessage('The session has ended. Renew it first.');
    return;
  }
  const url = await progress(`Signing in to the AWS console as role ${nameInArn(open.roleArn)}`, () =>
    open.connection.consoleSignIn(credentials),
  );
  await env.openExternal(Uri.parse(url, true));
});

const exportsOf = onSession('Copy Exports of Role Session', async (_, open) => {
  const go = 'Copy Keys';
  const choice = await window.showWarningMessage(
    `Copy the keys of role ${nameInArn(open.roleArn)} as commands for another shell?`,
    {
      modal: true,
      detail:
        'They are secret and work until they expire; they are not renewed. The clipboard is emptied after a minute.',
    },
    go,
  );
  if (choice === go) await copyExports(open);
});

const check: Command = async ({ terminals }, subject) => {
  const known = subject?.kind === 'terminal' ? subject.terminal : terminals.active;
  if (known?.session === undefined) {
    void window.showInformationMessage('The active terminal has no role session.');
    return;
  }
  const arn = await progress('Asking AWS in the terminal who it is', () =>
    identityInTerminal(known.terminal),
  );
  const problem =
    arn === undefined
      ? 'The terminal did not answer. It needs the AWS CLI and the editor’s shell integration.'
      : identityProblem(known.roleArn, known.session.sessionName, { account: '', arn });
  if (problem === undefined)
    void window.showInformationMessage(inertInMessage(`Programs in this terminal act as ${arn ?? ''}.`));
  else
    await window.showErrorMessage(inertInMessage(problem, 500), {
      modal: true,
      ...(arn === undefined
        ? {}
        : {
            detail:
              'Something in this terminal gives other credentials, such as keys exported by your shell’s start-up file.',
          }),
    });
};

const lockAll: Command = ({ sessions }) => {
  for (const { session } of sessions.all) session.lock();
  return Promise.resolve();
};

/** Ends every session and forgets what profiles gave, MFA sessions among it. */
const signOut: Command = ({ sessions, account }) => {
  for (const open of sessions.all) sessions.close(open);
  account.reset();
  void window.showInformationMessage('All role sessions were ended, and their credentials forgotten.');
  return Promise.resolve();
};

const show: Command = (_, subject) => {
  if (subject?.kind === 'terminal') subject.terminal.terminal.show();
  return Promise.resolve();
};

/** Gives a terminal that lost its session a new one as the role was assumed last, in place where that is possible. */
export const renewTerminal: Command = async (context, subject) => {
  const lost =
    subject?.kind === 'terminal' ? subject.terminal : (context.terminals.active ?? context.terminals.lost[0]);
  if (lost === undefined) return;
  if (lost.session !== undefined) {
    await lost.session.renew();
    return;
  }
  const open = await sessionAgain(context, lost);
  if (await context.terminals.renewInPlace(lost, open)) return;
  await context.terminals.open(open, 'endpoint');
  lost.terminal.dispose();
};

/** The same role once more: a session of it that is open, else a new one with the options of last time. */
const sessionAgain = async (context: AssumeContext, { roleArn }: RoleTerminal): Promise<OpenSession> => {
  const live = context.sessions.all.find(
    (open) => open.roleArn === roleArn && open.session.state === 'active',
  );
  if (live !== undefined) return live;
  const chosen = ofArn(context, roleArn);
  const { roleArn: arn = roleArn } = chosen;
  if (context.remembered.optionsOf(roleArn) === undefined) return (await settleSession(context, chosen)).open;
  return startSession(context, await beginDraft(context, { ...chosen, roleArn: arn }));
};

const progress = <T>(title: string, work: () => Promise<T>): Thenable<T> =>
  window.withProgress({ location: ProgressLocation.Notification, title: `${title}…` }, work);

/** What can be done with a session, by command. */
export const sessionCommands: Readonly<Record<string, Command>> = {
  'trustwright.session.renew': renew,
  'trustwright.session.lock': lock,
  'trustwright.session.close': close,
  'trustwright.session.newTerminal': newTerminal,
  'trustwright.session.openConsole': openConsole,
  'trustwright.session.copyExports': exportsOf,
  'trustwright.session.check': check,
  'trustwright.session.renewTerminal': renewTerminal,
  'trustwright.session.showTerminal': show,
  'trustwright.lockSessions': lockAll,
  'trustwright.signOut': signOut,
};
