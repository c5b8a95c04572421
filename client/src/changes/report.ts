import { inert } from '../inert';
import { nameOf } from './names';
import type { Outcome } from './many';

const words: Record<Outcome['kind'], string> = {
  done: 'done',
  nothing: 'nothing to do',
  refused: 'left alone',
  failed: 'failed',
  cancelled: 'cancelled',
};

/** `4 done, 1 failed` */
export const tally = (outcomes: readonly Outcome[]): string =>
  (Object.keys(words) as Outcome['kind'][])
    .map((kind) => [outcomes.filter((each) => each.kind === kind).length, words[kind]] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');

/** What became of many instances, as a Markdown table. Text from the account stands in it as it is, without effect. */
export const reportOf = (title: string, where: string, outcomes: readonly Outcome[]): string => {
  const rows = outcomes.map(
    ({ instance, kind, says }) => `| ${cell(nameOf(instance))} | ${words[kind]} | ${cell(says)} |`,
  );
  return [
    `# ${cell(title)}`,
    '',
    cell(where),
    '',
    `${tally(outcomes)}.`,
    '',
    '| Instance | Outcome | |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
};

/** Text for Markdown: every sign that could mean something within a line is escaped. */
export const cell = (text: string): string =>
  inert(text, 1000).replace(/[\\`*_[\]<>|~$&]/g, (sign) => `\\${sign}`);
