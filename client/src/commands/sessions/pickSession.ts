import { window } from 'vscode';
import { answered } from '../../errors';
import { inertInLabel } from '../../inert';
import { nameInArn } from '../../aws/model';
import { timeLeft } from '../../sessions/explanation';
import type { OpenSession, OpenSessions } from '../../sessions/openSessions';
import type { RoleTerminals } from '../../terminal/roleTerminals';

/** The session of a row, else one the person picks. */
export const sessionFor = async (
  sessions: OpenSessions,
  terminals: RoleTerminals,
  given: OpenSession | undefined,
  title: string,
): Promise<OpenSession | undefined> => {
  if (given !== undefined) return given;
  if (sessions.all.length === 0) {
    void window.showInformationMessage('There is no role session. Assume a role first.');
    return undefined;
  }
  const items = sessions.all.map((open) => ({
    label: inertInLabel(nameInArn(open.roleArn)),
    description: inertInLabel(`${terminals.accountName(open.roleArn)} · ${stateWords(open)}`),
    open,
  }));
  return answered(await window.showQuickPick(items, { title, placeHolder: 'Session' })).open;
};

/** `58 min left`, `locked`, `ended`. */
export const stateWords = ({ session }: OpenSession): string =>
  session.state === 'active' ? `${timeLeft(session.millisecondsLeft)} left` : session.state;
