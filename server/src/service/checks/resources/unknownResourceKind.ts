import type { Check } from '../check';
import { unknownKind } from './resourceKinds';

export const unknownResourceKind: Check = {
  code: 'UNKNOWN_RESOURCE_KIND',
  type: 'WARNING',
  kinds: 'all',
  restsOnText: true,
  summary: "A kind of resource that AWS's reference does not have, much like one it has.",
  resource(resource, _statement, { catalog, report }) {
    const unknown = unknownKind(resource, catalog);
    if (unknown?.meant === undefined || unknown.reference !== 'incomplete') return;
    const { kind, service, meant, replacement } = unknown;
    report(
      resource,
      `AWS's reference lists no kind of resource "${kind}" for ${service}. Did you mean "${meant}"? AWS itself uses kinds there that are not listed.`,
      { data: { replacements: [replacement!] } },
    );
  },
};
