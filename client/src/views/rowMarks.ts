import { type FileDecoration, type FileDecorationProvider, ThemeColor, Uri } from 'vscode';
import type { Row } from './row';

const scheme = 'trustwright-row';

/** The address under which the editor asks how a row with a problem is marked. */
export const markUri = (rowId: string, mark: NonNullable<Row['mark']>): Uri =>
  Uri.from({ scheme, path: `/${rowId}`, query: mark });

/** Colours and marks rows with a problem as the editor does files with problems. */
export const rowMarks: FileDecorationProvider = {
  provideFileDecoration: (uri): FileDecoration | undefined => {
    if (uri.scheme !== scheme) return undefined;
    return uri.query === 'error'
      ? { badge: '!', tooltip: 'It gets no credentials', color: new ThemeColor('list.errorForeground') }
      : { badge: '!', tooltip: 'It has a problem', color: new ThemeColor('list.warningForeground') };
  },
};
