// Not from node:fs/promises: what that brings along would be loaded at every start.
import { promises as disk } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type HostDocument, isModuleFile, languageOfFile, openDocument, type TemplateFact } from '../service';

/** A file of a module, and what it says. */
export interface ModuleFile {
  readonly text: string;
  readonly facts: readonly TemplateFact[];
}

/** A file as it was when it was read. */
interface Known extends ModuleFile {
  readonly modified: number;
  readonly size: number;
  readonly document?: HostDocument | undefined;
}

/** Files beyond this size are not read, in characters; nobody writes such ones. */
const largest = 5_000_000;

/** What is not known of a file may be anything. */
const closed: ModuleFile = { text: '', facts: [{ kind: 'open' }] };

/**
 * The files of Terraform's modules: all of a folder. Those on disk are read again only when they have changed.
 *
 * @param opened a file that somebody else has read already, as an editor that has it open
 */
export class ModuleFiles {
  private readonly known = new Map<string, Known>();

  constructor(private readonly opened: (path: string) => ModuleFile | undefined) {}

  /** The other files of the module that a file belongs to, by their paths; none where the folder can't be read. */
  async beside(path: string): Promise<ReadonlyMap<string, ModuleFile>> {
    const folder = dirname(path);
    const names = await disk.readdir(folder).catch(() => []);
    const paths = names
      .filter((name) => isModuleFile(name) && name !== basename(path))
      .sort()
      .map((name) => join(folder, name));
    const files = await Promise.all(paths.map(async (one) => this.opened(one) ?? (await this.read(one))));
    return new Map(files.map((file, index) => [paths[index]!, file]));
  }

  /** What a file said when it was last read from disk. */
  lastRead(path: string): ModuleFile | undefined {
    return this.known.get(path);
  }

  /** Drops what is known of a folder. */
  forget(folder: string): void {
    for (const path of this.known.keys()) if (dirname(path) === folder) this.known.delete(path);
  }

  private async read(path: string): Promise<ModuleFile> {
    try {
      const { mtimeMs: modified, size } = await disk.stat(path);
      const before = this.known.get(path);
      if (before?.modified === modified && before.size === size) return before;
      if (size > largest) return closed;
      const file = {
        modified,
        size,
        ...readModuleFile(path, await disk.readFile(path, 'utf8'), before?.document),
      };
      this.known.set(path, file);
      return file;
    } catch {
      return closed;
    }
  }
}

/** Only of a file that says something the text is kept. */
function readModuleFile(path: string, source: string, before: HostDocument | undefined) {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  const fileName = basename(path);
  const document = openDocument({ text, languageId: languageOfFile(fileName), fileName }, before);
  const facts = document?.facts ?? [];
  return facts.length > 0 ? { text, facts, document } : { text: '', facts };
}
