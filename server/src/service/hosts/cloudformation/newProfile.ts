import escapeRegExp from 'escape-string-regexp';
import type { NewProfile } from '../host';

/** An `AWS::IAM::InstanceProfile` in YAML, before the resource that is given it. */
export function newProfileInYaml(text: string, role: string, use: string): NewProfile | undefined {
  const resources = text.search(/^["']?Resources["']?\s*:/m);
  const head = new RegExp(String.raw`^( +)${escapeRegExp(use)}:[ \t]*(?:#.*)?\r?\n( +)\S`, 'gm');
  head.lastIndex = Math.max(0, resources);
  const id = freeName(text, role);
  const found = head.exec(text);
  const [, indent = '', inner = ''] = found ?? [];
  if (!found || id === undefined || inner.length <= indent.length) return undefined;
  const unit = inner.slice(indent.length);
  const lines = [
    `${indent}${id}:`,
    `${inner}Type: AWS::IAM::InstanceProfile`,
    `${inner}Properties:`,
    `${inner}${unit}Roles: [!Ref ${role}]`,
    '',
  ];
  return { id, edit: { range: { start: found.index, end: found.index }, newText: lines.join('\n') } };
}

/** The same in JSON. */
export function newProfileInJson(text: string, role: string, use: string): NewProfile | undefined {
  const pattern = new RegExp(String.raw`^([ \t]*)"${escapeRegExp(use)}"\s*:\s*\{(?:\s*?\n([ \t]*))?`, 'gm');
  pattern.lastIndex = Math.max(0, text.indexOf('"Resources"'));
  const head = pattern.exec(text);
  const id = freeName(text, role);
  if (!head || id === undefined) return undefined;
  const [, indent = ''] = head;
  const resource = { Type: 'AWS::IAM::InstanceProfile', Properties: { Roles: [{ Ref: role }] } };
  const unit = head[2]?.slice(indent.length) ?? '';
  const written = JSON.stringify(resource, undefined, unit).replaceAll('\n', `\n${indent}`);
  const start = head.index + indent.length;
  const separator = unit === '' ? ' ' : `\n${indent}`;
  return { id, edit: { range: { start, end: start }, newText: `"${id}": ${written},${separator}` } };
}

function freeName(text: string, role: string): string | undefined {
  const id = `${role.replace(/Role$/, '') || role}InstanceProfile`;
  return new RegExp(String.raw`\b${escapeRegExp(id)}\b`).test(text) ? undefined : id;
}
