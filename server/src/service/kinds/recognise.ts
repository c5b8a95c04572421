import { policyElements, type PolicyDocument } from '../model/policyDocument';
import { statementElements } from '../model/statement';

/** A text without these words can't be a policy: the cheap test before any parsing. */
export function mayBePolicy(text: string): boolean {
  return text.includes('"Statement"');
}

/**
 * Whether a JSON document that nobody called a policy is one: it has a Statement, all its other keys are
 * a policy's, and a statement says what a statement says, or Version is one of the language. Anything else is somebody else's JSON.
 */
export function isPolicy({ root, statements, isPartial }: PolicyDocument): boolean {
  if (root?.kind !== 'object') return false;
  const keys = root.entries.map(({ key }) => key.text);
  const foreign = keys.filter((key) => !(policyElements as readonly string[]).includes(key));
  const known = statements.some(
    (statement) =>
      statement.element('Effect') &&
      statementElements.some((name) => name !== 'Effect' && name !== 'Sid' && statement.element(name)),
  );
  const version = root.entries.find(({ key }) => key.text === 'Version')?.value;
  const hasContent = statements.some(({ node }) => node.entries.length > 0);
  const isOfLanguage = version?.kind === 'string' && languages.has(version.text) && hasContent;
  return keys.includes('Statement') && (known || isPartial || isOfLanguage) && foreign.length <= 1;
}

/** Versions of the policy language; nothing else has them. */
const languages: ReadonlySet<string> = new Set(['2012-10-17', '2008-10-17']);

/** Whether a JSON document has nothing but elements of a policy, some of them half-typed. */
export function isBeginning({ root, statements }: PolicyDocument): boolean {
  if (root?.kind !== 'object') return false;
  const version = root.entries.find(({ key }) => key.text === 'Version')?.value;
  const isOtherVersion = version?.kind === 'string' && !/^(20|$)/.test(version.text);
  const objects = [root, ...statements.map(({ node }) => node)];
  return (
    !isOtherVersion &&
    objects.every(({ entries }, index) =>
      entries.every(({ key, value }) => {
        const names: readonly string[] = index === 0 ? policyElements : statementElements;
        return value ? names.includes(key.text) : names.some((name) => name.startsWith(key.text));
      }),
    )
  );
}

/** Whether a policy can begin with a key that begins so. */
export function beginsElement(word: string): boolean {
  return policyElements.some((name) => name.startsWith(word));
}
