import { Uri, window, workspace } from 'vscode';
import type { Disposable } from '../emitter';

const scheme = 'trustwright-report';
const texts = new Map<string, string>();
let count = 0;

/** Shows a text that is only to be read: nobody is asked to save it. */
export const showReport = async (title: string, markdown: string): Promise<void> => {
  const uri = Uri.from({ scheme, path: `/${title.replace(/[^\w -]+/g, '')} ${++count}.md` });
  texts.set(uri.toString(), markdown);
  await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
};

/** Serves the texts of reports until they are closed. */
export const registerReports = (): Disposable[] => [
  workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  }),
  workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString())),
];
