import escapeRegExp from 'escape-string-regexp';
import type { NewProfile } from '../host';

/** An `aws_iam_instance_profile` of the role's name, before the resource that is given it. */
export function newProfile(text: string, role: string, use: string): NewProfile | undefined {
  const labels = use.split('.').map((label) => `"${escapeRegExp(label)}"`);
  const block = new RegExp(String.raw`^resource[ \t]+${labels.join(String.raw`[ \t]+`)}`, 'm').exec(text);
  const name = role.split('.')[1];
  if (!block || name === undefined || text.includes(`"aws_iam_instance_profile" "${name}"`)) return undefined;
  const lines = [
    `resource "aws_iam_instance_profile" "${name}" {`,
    `  name = ${role}.name`,
    `  role = ${role}.name`,
    '}',
    '',
    '',
  ];
  const range = { start: block.index, end: block.index };
  return { id: `aws_iam_instance_profile.${name}`, edit: { range, newText: lines.join('\n') } };
}
