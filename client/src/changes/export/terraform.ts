import { nameInArn, type RoleSpec } from '../../aws/model';
import type { Action } from '../action';

/**
 * The roles, policies and profiles that actions make, as Terraform's configuration. Text is escaped, so that no template in
 * a name or a policy is evaluated. The association cannot be told to Terraform without the instance: a comment says how.
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings
 */
export const toTerraform = (actions: readonly Action[]): string => {
  const labels = new Labels();
  return actions.flatMap((action) => blockOf(action, labels)).join('\n\n') + '\n';
};

const blockOf = (action: Action, labels: Labels): string[] => {
  switch (action.kind) {
    case 'createRole':
      return [role(action.spec, labels)];
    case 'attachPolicy': {
      const label = labels.of('attachment', `${action.roleName}-${nameInArn(action.policyArn)}`);
      return [
        block('aws_iam_role_policy_attachment', label, [
          ['role', labels.role(action.roleName)],
          ['policy_arn', hclString(action.policyArn)],
        ]),
      ];
    }
    case 'putInlinePolicy': {
      const label = labels.of('inline', `${action.roleName}-${action.policyName}`);
      return [
        block('aws_iam_role_policy', label, [
          ['name', hclString(action.policyName)],
          ['role', labels.role(action.roleName)],
          ['policy', encoded(action.document)],
        ]),
      ];
    }
    case 'createProfile':
      // Written where its role is known.
      return [];
    case 'addRole':
      return [
        block('aws_iam_instance_profile', labels.of('profile', action.profileName), [
          ['name', hclString(action.profileName)],
          ['role', labels.role(action.roleName)],
        ]),
      ];
    case 'associate': {
      if (action.to === undefined) return [];
      const id = action.instance.id.replace(/[^\w-]/g, '');
      const profile = `aws_iam_instance_profile.${labels.of('profile', action.to)}.name`;
      return [
        `# In the resource "aws_instance" of ${id}, which is not part of this file:\n#   iam_instance_profile = ${profile}`,
      ];
    }
    case 'deleteRole':
    case 'detachPolicy':
    case 'deleteInlinePolicy':
    case 'deleteProfile':
    case 'removeRole':
      // What is not in the configuration is not there.
      return [];
  }
};

const role = (spec: RoleSpec, labels: Labels): string =>
  block('aws_iam_role', labels.of('role', spec.name), [
    ['name', hclString(spec.name)],
    ...(spec.path === '/' ? [] : [['path', hclString(spec.path)] as const]),
    ...(spec.description === undefined ? [] : [['description', hclString(spec.description)] as const]),
    ['assume_role_policy', encoded(spec.trust)],
    ...(spec.maxSessionSeconds === 3600
      ? []
      : [['max_session_duration', String(spec.maxSessionSeconds)] as const]),
    ...(spec.boundaryArn === undefined
      ? []
      : [['permissions_boundary', hclString(spec.boundaryArn)] as const]),
    ...(Object.keys(spec.tags).length === 0 ? [] : [['tags', hclValue(spec.tags, 1)] as const]),
  ]);

const block = (type: string, label: string, lines: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...lines.map(([name]) => name.length));
  const body = lines.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`);
  return [`resource "${type}" "${label}" {`, ...body, '}'].join('\n');
};

/** A policy as an object, so that people can read and edit it. Text that is no JSON stays text. */
const encoded = (document: string): string => {
  try {
    return `jsonencode(${hclValue(JSON.parse(document), 1)})`;
  } catch {
    return hclString(document);
  }
};

/** A JSON value in Terraform's language, which reads JSON but for templates in strings. */
const hclValue = (value: unknown, depth: number): string => {
  const indent = '  '.repeat(depth);
  if (Array.isArray(value)) {
    const items = value.map((item) => `${indent}  ${hclValue(item, depth + 1)}`);
    return items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n${indent}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([key, item]) => `${indent}  ${hclString(key)} = ${hclValue(item, depth + 1)}`,
    );
    return entries.length === 0 ? '{}' : `{\n${entries.join('\n')}\n${indent}}`;
  }
  return typeof value === 'string' ? hclString(value) : JSON.stringify(value);
};

/** JSON's escapes are Terraform's, except that it has no `\b`, `\f` and `\/`, and that `${` and `%{` begin templates. */
export const hclString = (text: string): string =>
  JSON.stringify(text)
    .replace(/\\(\\|b|f)/g, (escape, letter: string) =>
      letter === '\\' ? escape : letter === 'b' ? '\\u0008' : '\\u000c',
    )
    .replace(/([$%])\{/g, '$1$1{');

/** Names within the configuration: unique, and made of what Terraform takes. */
class Labels {
  readonly #known = new Map<string, string>();
  readonly #used = new Set<string>();

  of(type: string, name: string): string {
    const key = `${type} ${name}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const plain = name.replace(/[^\w-]+/g, '_').replace(/^(?=[\d-])/, '_');
    let label = plain;
    for (let count = 2; this.#used.has(`${type} ${label}`); count++) label = `${plain}_${count}`;
    this.#used.add(`${type} ${label}`);
    this.#known.set(key, label);
    return label;
  }

  /** A reference to a role of the configuration, or the name of one that is not part of it. */
  role(name: string): string {
    return this.#known.has(`role ${name}`) ? `aws_iam_role.${this.of('role', name)}.name` : hclString(name);
  }
}
