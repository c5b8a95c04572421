import { type LogOutputChannel, window } from 'vscode';
import { nameInArn } from '../../aws/model';
import type { Disposable } from '../../emitter';
import { guarded } from '../../errors';
import { inertInMessage } from '../../inert';
import type { Interaction } from '../../interaction';
import { clockTime } from '../../sessions/explanation';
import type { OpenSession, OpenSessions } from '../../sessions/openSessions';
import type { SessionEvent } from '../../sessions/roleSession';

/** Tells the person what happens to a session that they should know, with the button that helps. */
export const tellOfSessions = (
  sessions: OpenSessions,
  interaction: Interaction,
  log: LogOutputChannel,
): Disposable =>
  sessions.onEvent(({ open, event }) => {
    logEvent(log, open, event);
    const message = messageFor(open, event);
    if (message !== undefined) void offerRenewal(open, message, interaction, log);
  });

const messageFor = ({ roleArn, session }: OpenSession, event: SessionEvent): string | undefined => {
  const role = nameInArn(roleArn);
  const until = clockTime(session.expiresAt);
  switch (event.kind) {
    case 'renewalFailed':
      return `The session of role ${role} could not be renewed; it works until ${until}. ${event.failure.message}`;
    case 'endingSoon':
      return `The session of role ${role} ends at ${until}.`;
    case 'ended':
      return `The session of role ${role} has ended: its terminals have no credentials.`;
    case 'renewed':
    case 'locked':
      return undefined;
  }
};

const logEvent = (log: LogOutputChannel, { roleArn, session }: OpenSession, event: SessionEvent): void => {
  if (event.kind === 'renewalFailed')
    log.warn(`Could not renew the session of ${roleArn}: ${event.failure.message}`);
  else if (event.kind === 'renewed')
    log.info(`Renewed the session of ${roleArn} until ${clockTime(session.expiresAt)}`);
  else log.info(`The session of ${roleArn}: ${event.kind}`);
};

const offerRenewal = async (
  open: OpenSession,
  message: string,
  interaction: Interaction,
  log: LogOutputChannel,
): Promise<void> => {
  const renew = open.session.isRenewable ? 'Renew Now' : 'Enter New MFA Code';
  const choice = await window.showWarningMessage(inertInMessage(message, 500), renew);
  if (choice === renew) await guarded(log, () => interaction.run(() => open.renew()));
};
