import { type QuickPickItem, type TextDocument, Uri, window, workspace } from 'vscode';
import { inertInLabel, inertInMessage } from '../../inert';
import { compactJson, policyProblem } from '../../sessions/sessionPolicy';
import { type AssumeContext, inspect } from './context';

/**
 * Lets the person choose the document that narrows the session; refuses those that cannot, with the reason.
 * @returns its address, `none` for no session policy, undefined where the person gave up
 */
export const policyUriOf = async (
  context: AssumeContext,
  now: string | undefined,
): Promise<string | undefined> => {
  const open = workspace.textDocuments.filter(({ languageId }) => languages.has(languageId));
  const front = window.activeTextEditor?.document;
  const items: (QuickPickItem & { uri: string })[] = [
    { label: 'None', description: 'the session may do all the role may', uri: 'none' },
    ...open.map((document) => ({
      label: inertInLabel(nameOf(document)),
      description:
        document === front ? 'the editor in front' : document.uri.toString() === now ? 'chosen' : '',
      uri: document.uri.toString(),
    })),
  ];
  const chosen = await window.showQuickPick(items, {
    title: 'Session Policy',
    placeHolder: 'An open policy document: the session may do what both it and the role allow',
  });
  if (chosen === undefined || chosen.uri === 'none') return chosen?.uri;
  const checked = await readSessionPolicy(context, chosen.uri);
  if ('text' in checked) return chosen.uri;
  await window.showErrorMessage(inertInMessage(checked.problem, 400), { modal: true });
  return undefined;
};

const languages = new Set(['json', 'jsonc', 'iam-policy']);

const nameOf = ({ uri }: TextDocument): string => uri.path.split('/').pop() ?? uri.path;

/** The document's policy as STS gets it, without white space, or why it cannot narrow a session. */
export const readSessionPolicy = async (
  context: AssumeContext,
  uri: string,
): Promise<{ readonly text: string } | { readonly problem: string }> => {
  const name = uri.split('/').pop() ?? uri;
  let document: TextDocument;
  try {
    document = await workspace.openTextDocument(Uri.parse(uri, true));
  } catch {
    return { problem: `The session policy ${name} can no longer be read. Choose another, or none.` };
  }
  const text = document.getText();
  const inspection = await inspect(context, {
    text,
    languageId: document.languageId,
    fileName: nameOf(document),
    as: 'session',
  });
  const problem = inspection === undefined ? undefined : policyProblem(inspection, text);
  const compact = compactJson(text);
  if (problem !== undefined || compact === undefined)
    return { problem: `${name} cannot narrow a session. ${problem ?? 'It is no JSON that AWS could read.'}` };
  return { text: compact };
};
