/** Request from client to server: what does a permissions boundary take from a role? Answered with action patterns. */
export const blockedByBoundaryRequest = 'trustwright/blockedByBoundary';

export interface BlockedByBoundaryParams {
  /** JSON of the policies that the role has. */
  readonly policies: readonly string[];
  readonly boundary: string;
}
