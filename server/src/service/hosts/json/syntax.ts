import { toNeutral } from '../../convert/neutral';
import { formatJson, formatJsonInside, jsonWriter, spotInJson } from '../../features/help';
import type { PolicySyntax } from '../host';

/** JSON, be it the whole text or a part of it. */
export const jsonSyntax: PolicySyntax = {
  writer: jsonWriter,
  spot: (text, offset, { start, end }) =>
    spotInJson(end < text.length ? text.slice(0, end) : text, offset, start),
  format: formatJson,
  formatPart: (text, { root }) => (root ? formatJsonInside(text, root.range) : []),
  neutral(_, { root }) {
    const value = toNeutral(root);
    return value && { value, form: 'JSON' };
  },
};
