import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { formatVersion, headerOffset, magic, type PackedHeader } from '../src/service/catalog/packedFormat';

/** The contents of the file before compression: JSON texts, so that two runs can be compared. */
export interface CatalogContent {
  readonly sources: Readonly<Record<string, string>>;
  readonly services: readonly {
    readonly prefix: string;
    readonly name: string;
    readonly service: string;
    readonly descriptions: string;
  }[];
  readonly servicePrincipals: readonly string[];
  readonly retiredPrefixes: readonly string[];
}

/**
 * SHA-256 (hex) of the contents. The compressed bytes would not do: they differ between releases of zlib, and
 * so between releases of Node.
 */
export function contentHash(content: CatalogContent): string {
  return createHash('sha256')
    .update(JSON.stringify([formatVersion, content]))
    .digest('hex');
}

/** The bytes of the file: see `packedFormat.ts`. */
export function packFile(content: CatalogContent): Uint8Array {
  const blocks = content.services.map(({ prefix, name, service, descriptions }) => ({
    prefix,
    name,
    service: compress(service),
    descriptions: compress(descriptions),
  }));
  const header: PackedHeader = {
    format: formatVersion,
    contentHash: contentHash(content),
    sources: content.sources,
    services: blocks.map(({ prefix, name, service, descriptions }) => [
      prefix,
      name,
      service.length,
      descriptions.length,
    ]),
    servicePrincipals: content.servicePrincipals,
    retiredPrefixes: content.retiredPrefixes,
  };
  const packedHeader = compress(JSON.stringify(header));
  const start = Buffer.alloc(headerOffset);
  start.write(magic, 'latin1');
  start.writeUInt32LE(packedHeader.length, magic.length);
  return Buffer.concat([
    start,
    packedHeader,
    ...blocks.flatMap(({ service, descriptions }) => [service, descriptions]),
  ]);
}

function compress(text: string): Buffer {
  return gzipSync(text, { level: 9 });
}
