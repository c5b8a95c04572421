import type { PolicyKind, SeveritySetting } from './settings';

/** Request from client to server: is this text a policy, of which kind, and what is wrong with it? */
export const inspectPolicy = 'trustwright/inspectPolicy';

export interface PolicyInspectionParams {
  readonly text: string;
  /** As editors name languages. */
  readonly languageId: string;
  /** Last part of the path; its name may tell the kind. */
  readonly fileName: string;
  /** Check it as a policy of this kind, whatever it looks like. */
  readonly as: PolicyKind;
}

export interface PolicyInspection {
  /** What it is taken for by name and shape; undefined where it is no policy. */
  readonly kind: PolicyKind | undefined;
  /** False where the kind was guessed from its shape. */
  readonly certain: boolean;
  readonly findings: readonly InspectedFinding[];
}

export interface InspectedFinding {
  readonly code: string;
  readonly severity: Exclude<SeveritySetting, 'off'>;
  readonly message: string;
  /** From 0. */
  readonly line: number;
}
