import type { RuleRow, RuleTables } from './rules';

const columns = (peer: string) =>
  ['Protocol', 'Ports', peer, 'Description', 'Security group', 'Open'] as const;
const cells = (row: RuleRow): string[] => [
  row.protocol,
  row.ports,
  row.peer,
  row.description,
  `${row.groupName} (${row.groupId})`,
  row.open ? 'open to the world' : '',
];

/** The page as Markdown: what stands in the account cannot become a link, an image or HTML. */
export const toMarkdown = (title: string, { inbound, outbound }: RuleTables): string =>
  [
    `# ${markdownText(title)}`,
    '',
    ...markdownTable('Inbound', 'Source', inbound),
    '',
    ...markdownTable('Outbound', 'Destination', outbound),
    '',
  ].join('\n');

const markdownTable = (heading: string, peer: string, rows: readonly RuleRow[]): string[] => [
  `## ${heading}`,
  '',
  ...(rows.length === 0
    ? ['No rules: no traffic is allowed.']
    : [
        `| ${columns(peer).join(' | ')} |`,
        `|${columns(peer)
          .map(() => ' --- ')
          .join('|')}|`,
        ...rows.map((row) => `| ${cells(row).map(markdownText).join(' | ')} |`),
      ]),
];

/** https://spec.commonmark.org/0.31.2/#backslash-escapes; colons, at signs and `www.` would make links of GitHub's. */
const markdownText = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>()#+!|~$&:@]/g, '\\$&').replace(/www\./gi, (start) => `${start.slice(0, 3)}\\.`);

/** The rules as CSV (RFC 4180), one table with a column for the direction. */
export const toCsv = ({ inbound, outbound }: RuleTables): string => {
  const header = ['Direction', ...columns('Source or destination')];
  const lines = [
    header,
    ...inbound.map((row) => ['inbound', ...cells(row)]),
    ...outbound.map((row) => ['outbound', ...cells(row)]),
  ];
  return lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('');
};

/**
 * Quoted, and where a spreadsheet would take it for a formula, made a text.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const csvCell = (text: string): string => {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
