import type { Check, Severity } from './check';

/** A check that runs, and how. */
export interface ActiveCheck {
  readonly check: Check;
  readonly severity: Severity;
  /** A setting asks for the severity. */
  readonly told: boolean;
  /** Traits that its statement hook needs. */
  readonly mask: number;
  /** The bit of actions that it seeks; none where it is called whatever the actions are. */
  readonly seeks: number;
}
