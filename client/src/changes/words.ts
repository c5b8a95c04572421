import type { Place } from '../aws/api';
import { inert } from '../inert';
import type { AccessChange } from './access';
import type { Action } from './action';
import { actionWords } from './actionWords';
import type { CheckResult } from './checks';
import { cliCommands } from './cli';
import { nameOf } from './names';
import type { AttachPlan, Replaced } from './plan';

/** What a confirmation shows: a question, and below it everything that will be changed. */
export interface Confirmation {
  readonly question: string;
  readonly detail: string;
  readonly button: string;
  /** The AWS CLI's commands that do the same, to be copied. */
  readonly commands: readonly string[];
}

/** What is known around a plan and shown with it. */
export interface Circumstances {
  readonly place: Place;
  readonly account: string | undefined;
  readonly checks: readonly CheckResult[];
  readonly access: AccessChange;
}

export const confirmAttach = (plan: AttachPlan, around: Circumstances): Confirmation => {
  const { instance, role, profile, replaces, warnings, actions } = plan;
  const name = inert(nameOf(instance), 120);
  const failed = around.checks.some(({ verdict }) => verdict === 'fail');
  const verb = replaces === undefined ? 'Attach' : 'Replace';
  return {
    question: `Attach role ${inert(role.name)} to ${name}?`,
    detail: [
      whereLine(around),
      `Instance: ${name}, ${instance.state}`,
      `Role: ${inert(replaces?.roleName ?? 'none')} → ${inert(role.name)}`,
      `Instance profile: ${inert(replaces?.profileName ?? 'none')} → ${inert(profile.name)}`,
      ...accessLines(around.access),
      ...stepsAndCommands(actions, around.place),
      ...noteLines(around.checks, warnings),
    ].join('\n'),
    button: failed ? `${verb} Anyway` : verb,
    commands: cliCommands(actions, around.place),
  };
};

export const confirmDetach = (
  instance: AttachPlan['instance'],
  present: Replaced,
  actions: readonly Action[],
  around: Circumstances,
): Confirmation => {
  const name = inert(nameOf(instance), 120);
  return {
    question: `Detach role ${inert(present.roleName ?? '(none)')} from ${name}?`,
    detail: [
      whereLine(around),
      `Instance: ${name}, ${instance.state}`,
      `Role: ${inert(present.roleName ?? 'none')} → none`,
      `Instance profile: ${inert(present.profileName)} → none`,
      ...accessLines(around.access),
      'Programs on the instance lose their AWS credentials. The profile and the role stay.',
      ...stepsAndCommands(actions, around.place),
      ...noteLines(around.checks, []),
    ].join('\n'),
    button: 'Detach',
    commands: cliCommands(actions, around.place),
  };
};

export const whereLine = ({ account, place }: Pick<Circumstances, 'account' | 'place'>): string =>
  `Account ${account ?? 'unknown'} · region ${place.region} · profile ${inert(place.profile ?? 'default')}`;

/** At most so many names in a line; a dialog is no list. */
const namesShown = 6;

const accessLines = ({ gained, lost }: AccessChange): string[] => [
  `Access gained: ${policyNames(gained)}`,
  `Access lost: ${policyNames(lost)}`,
];

const policyNames = (names: readonly string[] | undefined): string => {
  if (names === undefined) return 'not known';
  if (names.length === 0) return 'none';
  const more = names.length > namesShown ? ` and ${names.length - namesShown} more` : '';
  return inert(names.slice(0, namesShown).join(', '), 300) + more;
};

/** The steps, and the commands that do the same where there are few enough to read. */
export const stepsAndCommands = (actions: readonly Action[], place: Place): string[] => {
  const commands = cliCommands(actions, place).map((command) => inert(command, 600));
  return [
    '',
    'This will be done:',
    ...actions.map((action, at) => `${at + 1}. ${actionWords(action)}`),
    ...(commands.length > 4 ? [] : ['', 'The same with the AWS CLI:', ...commands]),
  ];
};

/** What failed and what is not known stands out; what passed is one line. */
export const noteLines = (checks: readonly CheckResult[], warnings: readonly string[]): string[] => {
  const failed = checks.filter(({ verdict }) => verdict === 'fail');
  const unknown = checks.filter(({ verdict }) => verdict === 'unknown');
  const passed = checks.length - failed.length - unknown.length;
  return [
    ...[...warnings, ...failed.map(({ says }) => `${says}.`)].map((text) => `\n⚠ ${inert(text, 400)}`),
    ...unknown.map(({ says }) => `\n? ${inert(says, 300)}.`),
    ...(passed === 0 ? [] : [`\n✓ ${passed} of ${checks.length} checks passed`]),
  ];
};

/** A plan and the question it is confirmed by. */
export interface Proposal {
  readonly question: string;
  readonly button: string;
  /** What to know besides the steps: one line each. */
  readonly lines: readonly string[];
  readonly actions: readonly Action[];
  readonly warnings: readonly string[];
  /** What was looked at before. */
  readonly checks?: readonly CheckResult[];
}

export const confirmProposal = (
  { question, button, lines, actions, warnings, checks = [] }: Proposal,
  around: Pick<Circumstances, 'place' | 'account'>,
): Confirmation => ({
  question,
  detail: [
    whereLine(around),
    ...lines.map((line) => inert(line, 300)),
    ...stepsAndCommands(actions, around.place),
    ...noteLines(checks, warnings),
  ].join('\n'),
  button,
  commands: cliCommands(actions, around.place),
});
