import { JsonWriter } from '../../edits/json/jsonWriter';
import { heredocNotation, hclNotation } from '../../edits/json/notation';
import { noEdits } from '../../edits/noEdits';
import { DocumentWriter } from '../../edits/terraform/documentWriter';
import type { PolicySyntax } from '../host';

export const documentSyntax: PolicySyntax = {
  writer: (text) => new DocumentWriter(text),
  spot: () => undefined,
};

export const heredocSyntax: PolicySyntax = {
  writer: (text) => new JsonWriter(text, heredocNotation),
  spot: () => undefined,
};

export const objectSyntax: PolicySyntax = {
  writer: (text) => new JsonWriter(text, hclNotation),
  spot: () => undefined,
};

export const quotedSyntax: PolicySyntax = { writer: () => noEdits, spot: () => undefined };
