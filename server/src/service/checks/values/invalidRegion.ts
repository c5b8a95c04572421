import { closest, didYouMean } from '../../iam/closest';
import { regionKeys, regions } from '../../iam/regions';
import type { Check } from '../check';
import { literalTexts } from './literalTexts';

/** What Amazon S3 called its first locations: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html */
const legacyNames: ReadonlySet<string> = new Set(['EU', 'US']);

export const invalidRegion: Check = {
  code: 'INVALID_REGION',
  type: 'ERROR',
  kinds: 'all',
  concerns: ({ lowerKey }) => regionKeys.has(lowerKey),
  summary: 'A Region in a condition does not exist.',
  clause(clause, _statement, { report }) {
    if (!regionKeys.has(clause.lowerKey)) return;
    for (const node of literalTexts(clause)) {
      if (regions.has(node.text) || legacyNames.has(node.text)) continue;
      const replacements = closest(node.text, regions);
      report(node, `There is no Region "${node.text}".${didYouMean(replacements)}`, {
        data: { replacements },
      });
    }
  },
};
