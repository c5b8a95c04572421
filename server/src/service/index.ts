import type { SeveritySetting } from '../protocol/settings';
import type { Catalog } from './catalog/catalog';
import type { Finding, KindOfPolicy } from './checks/check';
import { allChecks } from './checks/registry';
import { createCheckRunner } from './checks/runChecks';
import type { PolicyDocument } from './model/policyDocument';

export interface PolicyServiceOptions {
  readonly catalog: Catalog;
  /** Finding code to severity. */
  readonly severity?: Readonly<Record<string, SeveritySetting>>;
}

/** The language rules of IAM policies: pure functions of documents, with no connection, disk or network. */
export interface PolicyService {
  /** Findings in no particular order. */
  check(policy: PolicyDocument, kind: KindOfPolicy): Finding[];
}

export function createPolicyService({ catalog, severity = {} }: PolicyServiceOptions): PolicyService {
  const check = createCheckRunner(allChecks, catalog, severity);
  return { check };
}

export { kindFromFileName, kindFromShape } from './kinds/inferKind';
export { isPolicy, mayBePolicy } from './kinds/recognise';
export { readJson } from './readers/json';
