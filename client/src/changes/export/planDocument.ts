import type { Place } from '../../aws/api';
import type { Action } from '../action';
import { actionWords } from '../actionWords';
import { cell } from '../report';
import { toScript } from './script';

/** A plan to be read at leisure, in Markdown: steps, what to mind, the policies in full, the commands. */
export const toDocument = (
  title: string,
  where: string,
  actions: readonly Action[],
  warnings: readonly string[],
  place: Place,
): string =>
  [
    `# ${cell(title)}`,
    '',
    cell(where),
    '',
    '## Steps',
    '',
    ...actions.map((action, at) => `${at + 1}. ${cell(actionWords(action))}`),
    ...(warnings.length === 0 ? [] : ['', '## Mind', '', ...warnings.map((text) => `- ${cell(text)}`)]),
    ...actions.flatMap(documentOf),
    '',
    '## The same with the AWS CLI',
    '',
    fenced('sh', toScript(title, actions, place).trimEnd()),
    '',
  ].join('\n');

const documentOf = (action: Action): string[] => {
  if (action.kind === 'createRole')
    return section(`Trust policy of role ${action.spec.name}`, action.spec.trust);
  if (action.kind === 'putInlinePolicy')
    return section(`Inline policy ${action.policyName} of role ${action.roleName}`, action.document);
  return [];
};

const section = (title: string, document: string): string[] => [
  '',
  `## ${cell(title)}`,
  '',
  fenced('json', pretty(document)),
];

const pretty = (document: string): string => {
  try {
    return JSON.stringify(JSON.parse(document), null, 2);
  } catch {
    return document;
  }
};

/** A code block whose fence is longer than any run of backticks in it. */
const fenced = (language: string, text: string): string => {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
};
