import { isApiPath } from '../../iam/arn';
import type { Check } from '../check';

/** A pattern or a variable at the start can stand for "arn:". */
function couldBeArn(text: string): boolean {
  const stem = text.slice(0, Math.max(0, text.search(/[*?]|\$\{|$/)));
  return stem.length < text.length && 'arn:'.startsWith(stem);
}

export const invalidArnPrefix: Check = {
  code: 'INVALID_ARN_PREFIX',
  type: 'ERROR',
  kinds: 'all',
  restsOnText: true,
  summary: 'A resource does not begin with arn:.',
  resource({ node, text }, _statement, { kind, report }) {
    if (text.startsWith('arn:') || couldBeArn(text)) return;
    if (kind === 'resource' && isApiPath(text)) return;
    report(
      node,
      `"${text}" is no ARN: write arn:partition:service:region:account:resource, or "*" for everything.`,
    );
  },
  partialResource(resource, _statement, { kind, report }) {
    const { text, stem } = resource;
    // What is unknown at the start can be all of an ARN.
    if (stem === '' || text.startsWith('arn:') || couldBeArn(text)) return;
    if (stem.length < text.length && 'arn:'.startsWith(stem)) return;
    if (kind === 'resource' && 'execute-api:/'.startsWith(stem.slice(0, 'execute-api:/'.length))) return;
    report(
      resource,
      `What begins with "${stem}" is no ARN: write arn:partition:service:region:account:resource.`,
    );
  },
};
