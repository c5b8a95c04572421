import { accountInArn, nameInArn } from '../../aws/model';
import { inert } from '../../inert';
import { clockTime, shortIdentity, timeLeft } from '../../sessions/explanation';
import { durationWords, writeTags } from '../../sessions/limits';
import { chainOf, type OpenSession } from '../../sessions/openSessions';
import type { RoleTerminal } from '../../terminal/roleTerminals';
import type { Icon, Row } from '../row';

/** What a row of the sessions view stands for. */
export type SessionSubject =
  | { readonly kind: 'session'; readonly open: OpenSession }
  | { readonly kind: 'terminal'; readonly terminal: RoleTerminal };

export interface SessionRow extends Omit<Row, 'subject' | 'children'> {
  readonly session?: SessionSubject;
  readonly children?: () => readonly SessionRow[];
}

/** What the rows are drawn from. */
export interface SessionsState {
  readonly sessions: readonly OpenSession[];
  readonly terminalsOf: (open: OpenSession) => readonly RoleTerminal[];
  readonly lost: readonly RoleTerminal[];
  readonly accountName: (roleArn: string) => string;
  /** Who AWS has confirmed a session to be. */
  readonly confirmed: (open: OpenSession) => string | undefined;
}

/** Every session with what is to know of it, and below them the terminals that lost theirs. */
export const sessionRows = (state: SessionsState): SessionRow[] => [
  ...state.sessions.map((open) => sessionRow(state, open)),
  ...state.lost.map((terminal, index) => lostRow(state, terminal, index)),
];

const sessionRow = (state: SessionsState, open: OpenSession): SessionRow => {
  const { roleArn, session } = open;
  const terminals = state.terminalsOf(open);
  return {
    id: open.id,
    label: inert(nameInArn(roleArn)),
    description: inert(`${state.accountName(roleArn)} · ${stateOf(open)}`),
    icon: iconOf(open),
    context: `session.${session.state}`,
    session: { kind: 'session', open },
    expanded: true,
    details: {
      title: inert(nameInArn(roleArn)),
      facts: [
        ['ARN', roleArn],
        ['Account', accountInArn(roleArn)],
        ['Session', open.sessionName],
        ['Confirmed by AWS', state.confirmed(open)],
        ['Ends', clockTime(session.expiresAt)],
        ['Renewed', session.isRenewable ? 'automatically' : 'only with a new MFA code'],
      ],
    },
    children: () => [
      ...factRows(state, open),
      ...terminals.map((each, index) => terminalRow(open, each, index)),
    ],
  };
};

const stateOf = ({ session }: OpenSession): string => {
  if (session.state === 'locked') return 'locked';
  return session.state === 'ended' ? 'ended' : `${timeLeft(session.millisecondsLeft)} left`;
};

const iconOf = ({ session }: OpenSession): Icon => {
  if (session.state === 'locked') return { name: 'lock', tone: 'quiet' };
  return session.state === 'ended' ? { name: 'warning', tone: 'warning' } : { name: 'key', tone: 'good' };
};

const factRows = (state: SessionsState, open: OpenSession): SessionRow[] => {
  const { session, options, connection, id } = open;
  const confirmed = state.confirmed(open);
  const fact = (name: string, label: string, description: string | undefined, icon: string): SessionRow[] =>
    description === undefined || description === ''
      ? []
      : [
          {
            id: `${id}/${name}`,
            label,
            description: inert(description),
            icon: { name: icon, tone: 'quiet' },
          },
        ];
  return [
    ...fact('chain', 'Chain', chainWords(open), 'git-commit'),
    ...fact(
      'identity',
      'Confirmed by AWS',
      confirmed === undefined ? undefined : shortIdentity(confirmed),
      'verified',
    ),
    ...fact('ends', 'Ends', endWords(open), 'clock'),
    ...fact('region', 'Region', connection.place.region, 'globe'),
    ...fact('externalId', 'External ID', options.externalId, 'tag'),
    ...fact('source', 'Source identity', options.sourceIdentity, 'person'),
    ...fact('tags', 'Tags', options.tags === undefined ? undefined : writeTags(options.tags), 'tag'),
    ...fact('policy', 'Narrowed by', options.policyUri?.split('/').pop(), 'law'),
    ...(session.state === 'ended' ? fact('help', 'What to do', 'Renew, or end the session', 'info') : []),
  ];
};

/** `user/alice → Admin → Reader` */
const chainWords = (open: OpenSession): string =>
  chainOf(open)
    .map((step) => (step.includes(':role/') ? nameInArn(step) : shortIdentity(step)))
    .join(' → ');

const endWords = ({ session, options }: OpenSession): string => {
  if (session.expiresAt === undefined) return '';
  const renewal = session.isRenewable ? 'renewed automatically' : 'needs a new MFA code';
  return `${clockTime(session.expiresAt)}, ${renewal} for ${durationWords(options.durationSeconds)}`;
};

const terminalRow = ({ id }: OpenSession, terminal: RoleTerminal, index: number): SessionRow => ({
  id: `${id}/terminal:${index}`,
  label: inert(terminal.name),
  description: 'terminal',
  icon: { name: 'terminal' },
  context: 'roleTerminal',
  session: { kind: 'terminal', terminal },
  command: 'trustwright.session.showTerminal',
});

const lostRow = (state: SessionsState, terminal: RoleTerminal, index: number): SessionRow => ({
  id: `lost:${index}`,
  label: inert(nameInArn(terminal.roleArn)),
  description: inert(`${state.accountName(terminal.roleArn)} · terminal without a session`),
  icon: { name: 'warning', tone: 'warning' },
  context: 'lostTerminal',
  session: { kind: 'terminal', terminal },
  command: 'trustwright.session.showTerminal',
  details: {
    title: inert(terminal.name),
    facts: [['Role', terminal.roleArn]],
    problem:
      'Its session ended or the window was reloaded: programs in it get no credentials until it is renewed',
  },
});
