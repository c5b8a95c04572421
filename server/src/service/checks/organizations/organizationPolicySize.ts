import type { PolicyDocument } from '../../model/policyDocument';
import { characters } from '../quotas/characters';
import type { CheckContext } from '../check';

/**
 * Tells that a policy of an organization is too long. White space counts when the policy is saved through the API
 * or the command line; the console takes it out, so that a policy which is only long by it may still be saved.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
export function checkSize(
  { root, size }: PolicyDocument,
  most: number,
  what: string,
  { report }: CheckContext,
): void {
  if (!root || size.all <= most) return;
  if (size.withoutWhitespace > most) {
    report(
      root,
      `The policy has ${characters(size.withoutWhitespace)}, white space left out; ${what} can have ${characters(most)} at most. Shorten it or split it.`,
    );
  } else {
    report(
      root,
      `With its white space the policy has ${characters(size.all)}; ${what} can have ${characters(most)} at most. Take out white space before you save it through the API.`,
      { severity: 'warning' },
    );
  }
}
