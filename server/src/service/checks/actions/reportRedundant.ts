import { findRedundant } from '../../iam/redundant';
import type { StringNode } from '../../model/nodes';
import type { CheckContext } from '../check';

/** A string of a list, and its text in the form in which it counts. */
export interface Member {
  readonly node: StringNode;
  readonly text: string;
}

/** Tells each group of a list in which one string covers the rest. */
export function reportRedundant(members: readonly Member[], report: CheckContext['report']): void {
  if (members.length < 2) return;
  const groups = findRedundant(
    members.map(({ node }) => node),
    members.map(({ text }) => text),
  );
  for (const group of groups) {
    const kept = group.members.findIndex(({ text }) => text === group.cover);
    report(group.members, `"${group.cover}" covers the others of this group; they can go.`, {
      tag: 'unnecessary',
      data: { surplus: group.members.filter((_, index) => index !== kept).map(({ range }) => range) },
    });
  }
}
