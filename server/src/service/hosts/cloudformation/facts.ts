import type { TemplateFact } from '../../checks/template/facts';
import { listOf, type PolicyNode } from '../../model/nodes';
import type { PolicyFile } from '../../policyFile';
import { cloudFormationUses } from '../roleUses';
import { functionOf } from './intrinsics';
import { targetIn, textOf } from './names';
import { entryOf, type TemplateResource } from './resources';

/** Whether a template has an end that facts of its other resources could be about. */
export function mayHaveFacts(text: string): boolean {
  return /AWS::IAM::(Role|InstanceProfile)\b/.test(text);
}

/** Whether a part of such a template says anything of roles and profiles. */
export function mayHoldFacts(text: string): boolean {
  return [...text.matchAll(/\bAWS::\w+::\w+/g)].some(
    ([type]) => mayHaveFacts(type) || cloudFormationUses().has(type),
  );
}

/** What a resource says of roles and profiles. */
export function factsOf(resource: TemplateResource, policies: readonly PolicyFile[]): TemplateFact[] {
  const { logicalId: id, type, properties } = resource;
  if (type === 'AWS::IAM::Role')
    return [{ kind: 'role', ...namedOf(resource, 'RoleName'), trust: trustIn(resource, policies) }];
  if (type === 'AWS::IAM::InstanceProfile') {
    const value = entryOf(properties, 'Roles')?.value;
    const list = value?.kind === 'array' ? value : undefined;
    const items = listOf(value);
    const roles = items.map((node) => {
      const isCertain = node.kind === 'string' || isText(node);
      return { target: targetIn(node), range: node.range, isCertain };
    });
    return [{ kind: 'profile', ...namedOf(resource, 'InstanceProfileName'), list, roles }];
  }
  return (cloudFormationUses().get(type) ?? []).flatMap(({ path, services, wants }) =>
    valuesAt(properties, path)
      .flatMap(listOf)
      .map((node, index, { length }): TemplateFact => {
        const argument = `${path.join('/')}${length > 1 ? ` ${String(index)}` : ''}`;
        return { kind: 'use', id, argument, services, wants, target: targetIn(node), range: node.range };
      }),
  );
}

/** What both roles and profiles have. CloudFormation makes up a name that no other one is. */
function namedOf({ logicalId: id, key: range, node, properties }: TemplateResource, property: string) {
  const own = entryOf(properties, property);
  const name = own ? textOf(own.value) : `\${${id}}`;
  return { id, range, name, ...(entryOf(node, 'Condition') && { mayBeAbsent: true }) };
}

/** The only trust policy; conditions make two of it, of which neither is certain. */
function trustIn({ properties }: TemplateResource, policies: readonly PolicyFile[]): PolicyFile | undefined {
  const [only, ...others] = policies.filter(({ kind }) => kind.kind === 'trust');
  const isChoice = entryOf(entryOf(properties, 'AssumeRolePolicyDocument')?.value, 'Fn::If');
  return others.length === 0 && !isChoice ? only : undefined;
}

/** A function that gives a text, whatever conditions say. */
function isText(node: PolicyNode): boolean {
  const call = node.kind === 'object' ? functionOf(node) : undefined;
  if (!call || !/^(Ref|Fn::(GetAtt|Sub|Join|ImportValue))$/.test(call.name)) return false;
  return textOf(node) !== '${AWS::NoValue}';
}

/** Values at a path, in every item of a list on the way; `**` leads through any properties. */
function valuesAt(node: PolicyNode | undefined, path: readonly string[]): readonly PolicyNode[] {
  const [name, ...rest] = path;
  if (!node || name === undefined) return node ? [node] : [];
  if (node.kind === 'array') return node.items.flatMap((item) => valuesAt(item, path));
  if (name !== '**') return valuesAt(entryOf(node, name)?.value, rest);
  const inner = node.kind === 'object' ? node.entries.flatMap(({ value }) => valuesAt(value, path)) : [];
  return [...valuesAt(node, rest), ...inner];
}
