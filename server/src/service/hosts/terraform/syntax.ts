import { noEdits } from '../../edits/noEdits';
import type { PolicySyntax } from '../host';

const readOnly: PolicySyntax = { writer: () => noEdits, spot: () => undefined };
export const documentSyntax: PolicySyntax = { ...readOnly };
export const heredocSyntax: PolicySyntax = { ...readOnly };
export const objectSyntax: PolicySyntax = { ...readOnly };
export const quotedSyntax: PolicySyntax = { ...readOnly };
