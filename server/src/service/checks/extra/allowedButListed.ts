import type { Entry } from '../../model/nodes';
import type { Statement } from '../../model/statement';
import type { CheckContext } from '../check';

/** The element by which an Allow gives all but what it lists. Boundaries and session policies give nothing by themselves. */
export function allowedButListed(
  statement: Statement,
  element: 'NotAction' | 'NotResource',
  { kind }: CheckContext,
): Entry | undefined {
  if (statement.effect !== 'Allow' || kind === 'boundary' || kind === 'session') return undefined;
  return statement.element(element);
}
