import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver/node';
import type { ServerParts } from '../host/parts';
import type { ServerSettings } from '../protocol/settings';
import type { OffsetRange, PolicyFile } from '../service';

/** A policy in an open document. */
export interface Opened {
  readonly document: TextDocument;
  readonly settings: ServerSettings;
  readonly file: PolicyFile;
}

/** The policies in an open document, in the order of their places; none where it holds none, or is not open. */
export async function openPolicies(parts: ServerParts, uri: string): Promise<readonly Opened[]> {
  const document = parts.documents.get(uri);
  if (!document) return [];
  const settings = await parts.settings.get(uri);
  const policies = parts.opened(document, settings)?.policies ?? [];
  return policies.map((file) => ({ document, settings, file }));
}

/** The same, without other readings of the same place. */
export async function openPoliciesOnce(parts: ServerParts, uri: string): Promise<readonly Opened[]> {
  return (await openPolicies(parts, uri)).filter(({ file }) => !file.isAlternative);
}

/** What several readings of the same place have in common, once. */
export function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

/** Offsets as the protocol has places. */
export function toRange({ start, end }: OffsetRange, document: TextDocument): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Places of the protocol as offsets. */
export function toOffsets({ start, end }: Range, document: TextDocument): OffsetRange {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}
