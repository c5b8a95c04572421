import type { Value } from '../../edits/edit';
import { type Fix, fix, type FixMaker } from './fix';
import { usualPrincipals } from './principals';

/** Adds a missing element to the statement. */
export function addsElement(name: string, ...values: readonly Value[]): FixMaker {
  return ({ statement, writer }) =>
    !statement || statement.node.unclosed
      ? []
      : values.map((value, index): Fix => ({
          title: `Add "${name}": ${JSON.stringify(value)}`,
          edits: writer.addEntry(statement.node, name, value),
          ...(index > 0 && { unlikely: true }),
        }));
}

const current = '2012-10-17';

/** Says the version, in front of everything else or in place of another one. */
export const currentVersion: FixMaker = ({ policy, writer }) => {
  const { root } = policy;
  const value = policy.value('Version');
  if (value) {
    const edits = value.kind === 'string' ? writer.setText(value, current) : writer.replace(value, current);
    return fix(`Change the version to ${current}`, edits);
  }
  return root?.kind === 'object' && !policy.element('Version')
    ? fix(`Add "Version": "${current}"`, writer.addEntry(root, 'Version', current, 'first'))
    : [];
};

/** In a trust policy, the action that its principals need. */
export const missingAction: FixMaker = (target) => {
  const { kind, statement } = target;
  if (kind.kind !== 'trust' || !statement || statement.principals.length === 0) return [];
  return addsElement('Action', ...assumeActions(statement))(target);
};

/** How the statement's principals assume the role; none where they do it in different ways. */
export function assumeActions({
  principals,
}: {
  readonly principals: readonly { readonly type: string | undefined; readonly text: string }[];
}): string[] {
  const actions = principals.map(({ type, text }) => {
    if (type !== 'Federated') return 'sts:AssumeRole';
    return text.includes(':saml-provider/') ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity';
  });
  const distinct = [...new Set(actions)];
  return distinct.length === 1 ? distinct : [];
}

/** Everybody, which is all that a resource control policy can say; in a trust policy the usual services. */
export const missingPrincipal: FixMaker = (target) => {
  if (target.kind.kind === 'rcp') return addsElement('Principal', '*')(target);
  return target.kind.kind === 'trust' ? usualPrincipals(target) : [];
};

/** Another name for all but the first of the statements with the same Sid. */
export const otherSids: FixMaker = ({ finding, policy, writer }) => {
  const taken = new Set(policy.statements.map(({ sid }) => sid));
  const repeated = policy.statements
    .map((statement) => statement.value('Sid'))
    .filter((node) => node?.kind === 'string')
    .filter(({ range }) => finding.ranges.slice(1).some(({ start }) => start === range.start));
  const edits = repeated.flatMap((node) => {
    const name = nextName(node.text, taken);
    taken.add(name);
    return writer.setText(node, name);
  });
  return fix('Number the names that are repeated', edits);
};

function nextName(name: string, taken: ReadonlySet<string | undefined>): string {
  let number = 2;
  while (taken.has(`${name}${number}`)) number++;
  return `${name}${number}`;
}

/** The other principal in place of the one that is there. */
export function replacesPrincipal(value: Value, title: string): FixMaker {
  return ({ statement, writer }) => {
    const node = statement?.value('Principal');
    return fix(title, node && writer.replace(node, value));
  };
}
