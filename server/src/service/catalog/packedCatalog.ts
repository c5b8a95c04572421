import type { Catalog, Service, ServiceDescriptions } from './catalog';
import {
  formatVersion,
  headerOffset,
  magic,
  type PackedDescriptions,
  type PackedHeader,
  type PackedIndexEntry,
  type PackedService,
} from './packedFormat';
import { ownText } from '../ownText';
import { nameOfService } from './serviceNames';
import { unpackDescriptions } from './unpackDescriptions';
import { unpackService } from './unpackService';

/** Where a service's two blocks lie in the file. */
interface Entry {
  readonly prefix: string;
  readonly name: string;
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

/**
 * Opens the packed IAM data. Only the index is unpacked here; each service follows when it is first asked for
 * and is then kept.
 *
 * @param bytes the whole file
 * @param inflate undoes gzip
 * @throws when the bytes are not IAM data of the form this program reads
 */
export function openCatalog(bytes: Uint8Array, inflate: (bytes: Uint8Array) => Uint8Array): Catalog {
  const unpack = (start: number, end: number): unknown =>
    JSON.parse(text.decode(inflate(bytes.subarray(start, end))));
  const header = readHeader(bytes, unpack);
  const entries = new Map(locate(header.services, headerEnd(bytes)).map((entry) => [entry.prefix, entry]));

  const service = remember((prefix): Service | undefined => {
    const entry = entries.get(prefix);
    if (!entry) return undefined;
    return unpackService(prefix, entry.name, unpack(entry.start, entry.middle) as PackedService);
  });
  const describe = remember((prefix): ServiceDescriptions | undefined => {
    const entry = entries.get(prefix);
    if (!entry) return undefined;
    return unpackDescriptions(service(prefix)!, unpack(entry.middle, entry.end) as PackedDescriptions);
  });

  return {
    prefixes: Array.from(entries.keys()),
    servicePrincipals: header.servicePrincipals,
    retiredPrefixes: new Set(header.retiredPrefixes),
    hasService: (prefix) => entries.has(prefix.toLowerCase()),
    serviceName: (prefix) => entries.get(prefix.toLowerCase())?.name,
    service,
    describe,
  };
}

/** What the file says about itself; for the build, its tests and problem reports. */
export function readPackedHeader(
  bytes: Uint8Array,
  inflate: (bytes: Uint8Array) => Uint8Array,
): PackedHeader {
  return readHeader(bytes, (start, end) => JSON.parse(text.decode(inflate(bytes.subarray(start, end)))));
}

const text = new TextDecoder();

function readHeader(bytes: Uint8Array, unpack: (start: number, end: number) => unknown): PackedHeader {
  if (text.decode(bytes.subarray(0, magic.length)) !== magic) throw new Error('Not an IAM data file.');
  const header = unpack(headerOffset, headerEnd(bytes)) as PackedHeader;
  if (header.format !== formatVersion) {
    throw new Error(`The IAM data file has form ${header.format}; this program reads form ${formatVersion}.`);
  }
  return header;
}

function headerEnd(bytes: Uint8Array): number {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(magic.length, true);
  return headerOffset + length;
}

function locate(index: readonly PackedIndexEntry[], firstBlock: number): Entry[] {
  let end = firstBlock;
  return index.map(([prefix, name, serviceLength, descriptionsLength]) => {
    const start = end;
    const middle = start + serviceLength;
    end = middle + descriptionsLength;
    return { prefix, name: nameOfService(prefix, name), start, middle, end };
  });
}

/** Keeps answers by prefix, whatever its case. Unknown prefixes are not kept: there is no end to them. */
function remember<T>(find: (prefix: string) => T | undefined): (prefix: string) => T | undefined {
  const found = new Map<string, T>();
  return (prefix) => {
    const known = found.get(prefix) ?? found.get(prefix.toLowerCase());
    if (known) return known;
    const key = prefix.toLowerCase();
    const value = find(key);
    if (value !== undefined) found.set(ownText(key), value);
    return value;
  };
}
