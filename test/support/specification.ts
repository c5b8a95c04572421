import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PolicyKind } from '../../server/src/protocol/settings';
import type { KindOfPolicy } from '../../server/src/service';

/** A code of IAM Access Analyzer with the smallest policy that gives it and one that does not. */
export interface Example {
  readonly code: string;
  readonly type: string;
  readonly kind: PolicyKind;
  readonly resourceType?: string;
  readonly finds: string;
  /** Texts of the finding's places, in their order. */
  readonly at: readonly string[];
  readonly quiet: string;
}

/** An example of each code. */
export function examples(): readonly Example[] {
  const file = resolve(__dirname, '../fixtures/specification/examples.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Example[];
}

/** The kind that the example's policies are read as. */
export function kindOfExample({ kind, resourceType }: Example): KindOfPolicy {
  return { kind, certain: true, ...(resourceType !== undefined && { resourceType }) };
}
