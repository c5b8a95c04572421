import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';

export interface PropertyType {
  readonly type: string;
  readonly types?: readonly PropertyType[];
  readonly element?: PropertyType;
  readonly reference?: { readonly $ref: string };
}
export interface Property {
  readonly type: PropertyType;
  readonly documentation?: string;
}
export interface Definition {
  readonly $id: string;
  readonly properties?: Readonly<Record<string, Property>>;
}
export interface Resource extends Definition {
  readonly cloudFormationType: string;
}
export interface Schema {
  readonly resource: { readonly entities: readonly Resource[] };
  readonly typeDefinition: { readonly entities: readonly Definition[] };
}

/** The published schema of CloudFormation's resource types, as the installed package has it. */
export function readSchema(): Schema {
  const path = createRequire(__filename).resolve('@aws-cdk/aws-service-spec/package.json');
  const packed = readFileSync(path.replace(/package\.json$/, 'db.json.gz'));
  return (JSON.parse(gunzipSync(packed).toString('utf8')) as { schema: Schema }).schema;
}
