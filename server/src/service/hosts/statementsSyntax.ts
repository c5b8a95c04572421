import type { PolicySyntax } from './host';

/** The syntax of a place that takes statements without a document around them: what stands there is a `Statement`. */
export function statementsSyntax(syntax: PolicySyntax): PolicySyntax {
  return {
    ...syntax,
    spot: (text, offset, range) => {
      const spot = syntax.spot(text, offset, range);
      if (!spot) return undefined;
      const place = { ...spot.place, path: ['Statement', ...spot.place.path] };
      return { ...spot, place, write: (piece) => spot.write(piece) };
    },
  };
}
