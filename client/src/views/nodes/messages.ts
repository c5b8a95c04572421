import type { AwsFailure, FailureKind } from '../../aws/failure';
import { inert } from '../../inert';
import type { Problem } from '../../state/diagnosis';
import type { Chain } from '../../state/links';
import type { Row, Subject } from '../row';

/** A row that says something instead of standing for a thing. */
export const note = (parent: string, label: string, description?: string): Row => ({
  id: `${parent}/note`,
  label,
  ...(description === undefined ? {} : { description }),
  icon: { name: 'info', tone: 'quiet' },
});

export const loading = (parent: string): Row => ({
  id: `${parent}/loading`,
  label: 'Loading…',
  icon: { name: 'loading~spin' },
});

/** What is wrong, as a row. */
export const problem = (parent: string, sentence: string): Row => ({
  id: `${parent}/problem`,
  label: inert(sentence),
  details: { title: inert(sentence), facts: [] },
  icon: { name: 'warning', tone: 'warning' },
});

/** A problem of an instance as a row; choosing it does what mends it. */
export const problemRow = (
  id: string,
  { sentence, why, fix, severity }: Problem,
  instance: Subject,
  { role }: Chain,
): Row => {
  const on = fix?.on === 'role' ? role && ({ kind: 'role', role } as const) : instance;
  return {
    id,
    label: inert(sentence),
    ...(fix === undefined ? {} : { description: `→ ${fix.title}` }),
    details: {
      title: inert(sentence),
      facts: [['Why', why]],
      ...(fix && { problem: `Choose this row: ${fix.title}` }),
    },
    icon: severity === 'hint' ? { name: 'lightbulb' } : { name: 'warning', tone: 'warning' },
    ...(fix !== undefined && on !== undefined ? { command: fix.command, subject: on } : {}),
  };
};

/** A failure as one line that names the cause, and below it what helps. */
export const failureRows = (parent: string, failure: AwsFailure): Row[] => {
  const { title, why, kind } = failure.explanation;
  const cause: Row = {
    id: `${parent}/failure`,
    label: inert(title),
    description: inert(why),
    details: { title: inert(failure.message, 600), facts: [] },
    icon: { name: 'error', tone: 'error' },
    context: 'failure',
  };
  return [cause, ...remedies(kind).map((remedy) => ({ ...remedy, id: `${parent}/${remedy.id}` }))];
};

const remedy = (command: string, label: string): Row => ({
  id: command,
  label,
  icon: { name: 'arrow-right' },
  command,
});

const chooseProfile = remedy('trustwright.chooseProfile', 'Choose another profile…');
const chooseRegion = remedy('trustwright.chooseRegion', 'Choose a region…');
const tryAgain = remedy('trustwright.refresh', 'Try again');
const showLog = remedy('trustwright.showLog', 'Show the log');

const remedies = (kind: FailureKind): readonly Row[] => special[kind] ?? [tryAgain];

const special: Partial<Record<FailureKind, readonly Row[]>> = {
  noRegion: [chooseRegion],
  wrongRegion: [chooseRegion],
  noCredentials: [chooseProfile, tryAgain],
  missingProfile: [chooseProfile, tryAgain],
  badProfile: [chooseProfile, tryAgain],
  badCredentials: [chooseProfile, tryAgain],
  unreachable: [tryAgain, chooseProfile],
  denied: [chooseProfile, tryAgain],
  mfaNeeded: [{ ...tryAgain, label: 'Enter the MFA code…' }],
  unknown: [tryAgain, showLog],
};
