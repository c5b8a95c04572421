import { areDistinct } from '../../iam/distinct';
import type { StringNode } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';

/** The values of each Sid that more than one statement has. Empty ones do not count. */
export function repeatedSids({ statements }: PolicyDocument): readonly (readonly StringNode[])[] {
  const sids: string[] = [];
  for (const { sid } of statements) if (sid !== undefined) sids.push(sid);
  if (areDistinct(sids)) return [];
  const bySid = new Map<string, StringNode[]>();
  for (const statement of statements) {
    const node = statement.value('Sid');
    if (node?.kind !== 'string' || node.text === '') continue;
    const nodes = bySid.get(node.text);
    if (nodes) nodes.push(node);
    else bySid.set(node.text, [node]);
  }
  return [...bySid.values()].filter((nodes) => nodes.length > 1);
}
