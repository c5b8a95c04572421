import { accountInArn, nameInArn } from '../aws/model';
import { durationWords } from './limits';

export interface ExplanationParts {
  /** Who is asking, by AWS's word; undefined where AWS did not tell. */
  readonly identityArn: string | undefined;
  /** Whose identity that is: `profile "dev"`. */
  readonly whose: string;
  readonly roleArn: string;
  /** By what name of the session. */
  readonly sessionName: string;
  readonly durationSeconds: number;
  readonly now: Date;
  readonly renewed: boolean;
  /** Whether a session policy narrows it. */
  readonly narrowed: boolean;
}

/** What assuming a role means, with the names of this case. */
export const explainAssuming = (parts: ExplanationParts): string => {
  const { identityArn, whose, roleArn, sessionName, durationSeconds, now, renewed, narrowed } = parts;
  const role = nameInArn(roleArn);
  const account = accountInArn(roleArn) ?? '';
  const until = clockTime(new Date(now.getTime() + durationSeconds * 1000));
  const own = identityArn === undefined ? undefined : accountInArn(identityArn);
  return [
    identityArn === undefined
      ? `You are the identity of ${whose}; AWS has not told its name.`
      : `You are ${shortIdentity(identityArn)} in account ${own ?? 'unknown'}, by ${whose}.`,
    `AWS checks (1) your permission on sts:AssumeRole${own !== undefined && own !== account ? ', which your account must give you,' : ''} and (2) the trust policy of role ${role}, which must let you in.`,
    `You will act as ${role}/${sessionName} in account ${account} until ${until} (${durationWords(durationSeconds)}), with the permissions of ${role} and not your own.` +
      (narrowed ? ' The session policy narrows them further.' : ''),
    renewed
      ? 'The session is renewed in the background for as long as its terminal is open.'
      : 'It takes an MFA code, so it cannot be renewed without you; you are told before it ends.',
    'Only this terminal acts as the role. Your other terminals and your files stay as they are.',
  ].join('\n\n');
};

/** `user/alice`, `assumed-role/Admin/alice`: the part of an ARN that people know. */
export const shortIdentity = (arn: string): string => arn.split(':').slice(5).join(':') || arn;

/** `15:40`, in the person's time. */
export const clockTime = (date: Date | undefined): string =>
  date === undefined
    ? ''
    : date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });

/** `58 min`, `2 h 5 min`, `40 s`. */
export const timeLeft = (milliseconds: number): string =>
  milliseconds < 60_000
    ? `${Math.max(0, Math.round(milliseconds / 1000))} s`
    : durationWords(Math.floor(milliseconds / 60_000) * 60);
