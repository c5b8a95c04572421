import type { Spot } from '../../../features/completion/place';
import { elementOf } from '../../../edits/terraform/blocks';
import type { OffsetRange } from '../../../model/nodes';
import { spotInHeredoc } from './heredoc';

/**
 * The place in an `aws_iam_policy_document` of Terraform's JSON syntax where one of the values of an argument belongs. Keys
 * and what stands in `principals` and `condition` are left to Terraform's extension.
 */
export function spotInJsonDocument(text: string, offset: number, range: OffsetRange): Spot | undefined {
  const spot = spotInHeredoc(text, offset, range);
  if (spot?.place.role !== 'value') return undefined;
  const path = spot.place.path.map((name) => elementOf(name) ?? '');
  const isKnown =
    path.length > 0 && !path.includes('') && !path.some((name) => /Principal|Condition/.test(name));
  return isKnown ? { ...spot, place: { ...spot.place, path } } : undefined;
}
