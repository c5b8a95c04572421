import { type Disposable, languages, type LogOutputChannel, type TextDocument, workspace } from 'vscode';
import { terraformLanguage } from './terraformLanguage';

/**
 * Has Terraform's files known as such where no Terraform extension is installed.
 * The manifest claims no file ending: that could override what such an extension makes of its files.
 */
export function recognizeTerraformFiles(log: LogOutputChannel): Disposable {
  // A change of language opens the same document again: whoever goes back to plain text is left alone.
  const seen = new WeakSet<TextDocument>();
  const recognize = (document: TextDocument) => {
    if (seen.has(document)) return;
    seen.add(document);
    const associations = workspace
      .getConfiguration('files')
      .get<Readonly<Record<string, string>>>('associations');
    const language = terraformLanguage(document.languageId, document.uri.path, associations);
    if (language === undefined) return;
    languages.setTextDocumentLanguage(document, language).then(undefined, (error: unknown) => {
      log.warn(`${document.uri.path} was not made ${language}:`, error);
    });
  };
  workspace.textDocuments.forEach(recognize);
  return workspace.onDidOpenTextDocument(recognize);
}
