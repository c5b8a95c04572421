import { basename } from 'node:path';
import type { ModuleFile } from '../host/moduleFiles';
import { toldKind } from '../host/toldKind';
import { type HostDocument, isModuleFile, languageOfFile, openDocument } from '../service';
import type { Input } from './inputs';
import type { CheckOptions } from './options';
import type { FolderSettings } from './workspaceSettings';

/** The inputs that are parts of modules, each read once, whether it is looked at itself or beside another. */
export class OpenedInputs {
  private readonly parts = new Map<string, ModuleFile & { readonly document: HostDocument | undefined }>();

  constructor(private readonly options: CheckOptions) {}

  /** The policies of an input; undefined where it holds none. */
  open(input: Input, { files }: FolderSettings): HostDocument | undefined {
    const { path, text } = input;
    const known = this.parts.get(path);
    if (known) return known.document;
    const document = openInput(input, this.options, files);
    if (isModuleFile(basename(path))) this.parts.set(path, { text, facts: document?.facts ?? [], document });
    return document;
  }

  /** What an input says as a part of a module; undefined where the file was not opened. */
  moduleFile(path: string): ModuleFile | undefined {
    return this.parts.get(path);
  }
}

function openInput(
  { file, path, text, named }: Input,
  { kind, resourceType }: CheckOptions,
  files: FolderSettings['files'],
): HostDocument | undefined {
  // Whoever names the resource says that this is its policy.
  const asked = kind ?? (resourceType ? 'resource' : undefined);
  const told = asked ?? toldKind(path, files) ?? (named ? 'auto' : undefined);
  const fileName = basename(file);
  const opened = openDocument({
    text,
    languageId: languageOfFile(fileName),
    fileName,
    ...(told && { told }),
  });
  const [only] = opened?.policies ?? [];
  // In a template the place says whose policy it is.
  return opened && resourceType && only && only.owner === undefined
    ? { ...opened, policies: [{ ...only, kind: { ...only.kind, resourceType } }] }
    : opened;
}
