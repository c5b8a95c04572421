import { readdirSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';

/** The `*.code-workspace` file of a folder; undefined where there is none, or more than one to choose from. */
export function codeWorkspaceIn(folder: string): string | undefined {
  const [only, ...others] = namesIn(folder).filter((name) => name.endsWith('.code-workspace'));
  return only === undefined || others.length > 0 ? undefined : join(folder, only);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * The settings in the contents of a workspace file, for a file that lies in one of the workspace's folders.
 * https://code.visualstudio.com/docs/editing/workspaces/multi-root-workspaces#_workspace-file-schema
 *
 * @param workspaceFile absolute path of the workspace file
 * @param path absolute path of the file asked about
 */
export function settingsInWorkspace(contents: unknown, workspaceFile: string, path: string): unknown {
  const { folders, settings } = contents as { readonly folders?: unknown; readonly settings?: unknown };
  const covers = (folder: unknown) => {
    const name = (folder as { readonly path?: unknown } | null)?.path;
    return (
      typeof name === 'string' && `${path}${sep}`.startsWith(withSlash(resolve(dirname(workspaceFile), name)))
    );
  };
  return Array.isArray(folders) && folders.some(covers) ? settings : undefined;
}

function withSlash(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}
