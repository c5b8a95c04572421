import type { AccessLevel, ConditionKeyType } from './catalog';

/**
 * The file the IAM data is packed into. It is written by `server/catalog-build` and read by `openCatalog`;
 * `docs/iam-data.md` shows the whole.
 *
 * ```
 * 4 bytes    "IAMC"
 * uint32 LE  length of the compressed header
 * header     gzip of the JSON of PackedHeader
 * blocks     per service, in the header's order: gzip of PackedService, gzip of PackedDescriptions (JSON)
 * ```
 */
export const magic = 'IAMC';
export const headerOffset = 8;

/** Raised whenever a reader of the old form would misread the new one. */
export const formatVersion = 1;

export interface PackedHeader {
  readonly format: number;
  /** SHA-256 (hex) of everything else in the file before compression; says whether two files say the same. */
  readonly contentHash: string;
  /** Versions of the packages the data comes from. */
  readonly sources: Readonly<Record<string, string>>;
  readonly services: readonly PackedIndexEntry[];
  readonly servicePrincipals: readonly string[];
  readonly retiredPrefixes: readonly string[];
}

/** Prefix, name, and the lengths in bytes of the service's two compressed blocks. */
export type PackedIndexEntry = readonly [
  prefix: string,
  name: string,
  serviceLength: number,
  descriptionsLength: number,
];

/**
 * One service. Lists that many actions share are stored once and referred to by their index; list 0 is always
 * the empty one. The fields of actions are columns: value `i` of each belongs to action `i`.
 */
export interface PackedService {
  readonly keys: readonly (readonly [name: string, type: number])[];
  /** Lists of indexes into `keys`. */
  readonly keyLists: readonly (readonly number[])[];
  readonly types: readonly (readonly [name: string, arns: readonly string[], keyList: number])[];
  /** Resource type (index into `types`) with what an action says of it. */
  readonly resources: readonly (readonly [type: number, required: 0 | 1, keyList: number])[];
  /** Lists of indexes into `resources`. */
  readonly resourceLists: readonly (readonly number[])[];
  readonly dependentLists: readonly (readonly string[])[];
  readonly actions: {
    readonly names: readonly string[];
    /** Bit `1 << i` stands for `accessLevels[i]`. */
    readonly levels: readonly number[];
    readonly permissionOnly: readonly (0 | 1)[];
    readonly resourceLists: readonly number[];
    readonly keyLists: readonly number[];
    readonly dependentLists: readonly number[];
  };
  readonly retiredActions: readonly string[];
}

/** Texts of one service, in the order in which {@link PackedService} names actions and keys. */
export interface PackedDescriptions {
  readonly url?: string;
  readonly actions: readonly string[];
  readonly keys: readonly string[];
  /** Addresses of action pages; `{}` stands for the action's name. */
  readonly links: readonly string[];
  /** Per action an index into `links`, or -1 when there is no page. */
  readonly actionLinks: readonly number[];
}

export const accessLevels: readonly AccessLevel[] = [
  'List',
  'Read',
  'Write',
  'Permissions management',
  'Tagging',
];

/** A packed key type is an index into this list, plus {@link multivaluedType} for a list of values. */
export const keyTypes: readonly ConditionKeyType[] = [
  'String',
  'ARN',
  'Bool',
  'Numeric',
  'Date',
  'IPAddress',
  'Binary',
];
export const multivaluedType = 8;
