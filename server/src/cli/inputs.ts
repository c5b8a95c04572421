import { readdir, readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { glob, isDynamicPattern } from 'tinyglobby';
import { policyFileEndings } from '../service';

/** A text to check. */
export interface Input {
  /** As findings name it. */
  readonly file: string;
  /** Absolute; of standard input the folder that the command runs in, and a name. */
  readonly path: string;
  readonly text: string;
  /** Somebody named exactly this file, so it is meant to be a policy. */
  readonly named: boolean;
}

/** An input that gave no text, and why. */
export interface Unreadable {
  readonly file: string;
  readonly reason: string;
}

/** Files of a folder that can hold a policy. */
const inFolders = `**/*.{${policyFileEndings.join()}}`;
const ignore = ['**/node_modules/**', '**/.git/**'];

/** Reads all that was named, in that order; each file once. */
export async function readInputs(
  names: readonly string[],
  stdin: NodeJS.ReadableStream,
): Promise<{ inputs: Input[]; unreadable: Unreadable[] }> {
  const inputs: Input[] = [];
  const unreadable: Unreadable[] = [];
  const seen = new Set<string>();
  const read = async (file: string, named: boolean) => {
    if (seen.has(file)) return;
    seen.add(file);
    try {
      inputs.push({ file, path: resolve(file), text: withoutMark(await readFile(file, 'utf8')), named });
    } catch (error) {
      unreadable.push({ file, reason: reasonOf(error) });
    }
  };
  for (const name of names) {
    if (name === '-') {
      const file = '<stdin>';
      inputs.push({ file, path: resolve(file), text: withoutMark(await text(stdin)), named: true });
    } else if (await isFolder(name)) {
      const reason = await whyUnreadable(name);
      if (reason !== undefined) unreadable.push({ file: name, reason });
      else for (const file of await expand(`${withoutSlash(name)}/${inFolders}`)) await read(file, false);
    } else if (isDynamicPattern(name) && !(await exists(name))) {
      const files = await expand(name);
      if (files.length === 0) unreadable.push({ file: name, reason: 'no file matches' });
      for (const file of files) await read(file, false);
    } else {
      await read(name, true);
    }
  }
  return { inputs, unreadable };
}

async function expand(pattern: string): Promise<string[]> {
  return (await glob(pattern, { dot: true, ignore, expandDirectories: false })).sort();
}

function withoutSlash(folder: string): string {
  return folder.replace(/\/+$/, '') || '/';
}

/** A byte order mark is no part of the text. */
function withoutMark(content: string): string {
  return content.charCodeAt(0) === 0xfeff ? content.slice(1) : content;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** What is in the way of a folder's list of files; the search itself passes over what it can not open. */
async function whyUnreadable(folder: string): Promise<string | undefined> {
  return readdir(folder).then(() => undefined, reasonOf);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'you may not read it';
  return error instanceof Error ? error.message : String(error);
}
