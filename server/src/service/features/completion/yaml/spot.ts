import type { OffsetRange } from '../../../model/nodes';
import type { Spot } from '../place';
import { spotInBlock } from './blockSpot';
import { spotInFlow } from './flowSpot';

/** The place at the offset of a policy in YAML; undefined where nothing can be written. */
export function spotInYaml(text: string, offset: number, range: OffsetRange): Spot | undefined {
  const spot = spotInFlow(text, offset, range);
  return spot === 'block' ? spotInBlock(text, offset, range) : spot;
}
