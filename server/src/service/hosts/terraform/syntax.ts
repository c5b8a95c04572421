import type { PolicyForm, ReadPolicy } from '../../convert/copies';
import { type HclForm, hclPolicy } from '../../convert/terraform/read';
import { JsonWriter } from '../../edits/json/jsonWriter';
import { hclNotation, heredocNotation, withoutTemplates } from '../../edits/json/notation';
import { noEdits, onlyTexts } from '../../edits/noEdits';
import { DocumentWriter } from '../../edits/terraform/documentWriter';
import { JsonDocumentWriter } from '../../edits/terraform/jsonDocumentWriter';
import { formatHcl } from '../../edits/terraform/format';
import { formatJsonInside } from '../../edits/json/formatInside';
import { tidied } from '../../edits/terraform/tidy';
import type { PolicyDocument } from '../../model/policyDocument';
import type { PolicySyntax } from '../host';
import { type Encode, escapedJson, type EscapedSyntax, inDoubleQuotes } from '../json/escapedJson';
import type { Decoded } from './jsonTemplate';
import { documentToObject, objectToDocument, textToOthers } from './conversions';
import { spotInHeredoc } from './completion/heredoc';
import { spotInJsonDocument } from './completion/jsonDocument';
import { spotInDocument, spotInObject } from './completion/spot';

/** `aws_iam_policy_document` */
export const documentSyntax: PolicySyntax = {
  writer: (text) => new DocumentWriter(text),
  spot: spotInDocument,
  tidied,
  conversions: documentToObject,
  formatPart: formatHclPolicy,
  neutral: reading('document', 'aws_iam_policy_document'),
};

/** JSON in a heredoc. */
export const heredocSyntax: PolicySyntax = {
  writer: (text) => new JsonWriter(text, heredocNotation),
  spot: spotInHeredoc,
  conversions: textToOthers,
  formatPart: (text, { root }) => (root ? formatJsonInside(text, root.range) : []),
  neutral: reading('json'),
};

/** An object of Terraform's language, as in `jsonencode`. */
export const objectSyntax: PolicySyntax = {
  writer: (text) => new JsonWriter(text, hclNotation),
  spot: spotInObject,
  tidied,
  conversions: objectToDocument,
  formatPart: formatHclPolicy,
  neutral: reading('object', 'jsonencode'),
};

/** JSON in a quoted string. */
export function quotedSyntax({ text, offsets }: Decoded): PolicySyntax {
  return escapedJson({
    inside: { text, at: offsets },
    encode: (json) => hclNotation.inner(json),
    neutral: reading('json'),
    conversions: textToOthers,
  });
}

/** `aws_iam_policy_document` in Terraform's JSON syntax. */
const jsonDocumentSyntax: PolicySyntax = {
  writer: (text) => new JsonDocumentWriter(text),
  spot: spotInJsonDocument,
  neutral: reading('json'),
};

/** An object in the same. */
const jsonObjectSyntax: PolicySyntax = {
  writer: (text) => new JsonWriter(text, heredocNotation),
  spot: spotInHeredoc,
  neutral: reading('json'),
};

/** What is read of a policy in other ways than it is written. */
const readOnlySyntax: PolicySyntax = { writer: () => noEdits, spot: () => undefined };

/**
 * How Terraform's JSON syntax has what stands in its own syntax otherwise.
 *
 * @param source of the policy: an object of Terraform's own within a string has words or escaped quotes in it
 */
export function inJsonFile(syntax: PolicySyntax, source: string): PolicySyntax {
  if (syntax === objectSyntax && !/^\{\s*["}]/.test(source)) return readOnlySyntax;
  if (syntax === jsonDocumentSyntax || syntax === documentSyntax) return jsonDocumentSyntax;
  if (syntax === jsonObjectSyntax || syntax === objectSyntax) return jsonObjectSyntax;
  return 'spelled' in syntax ? (syntax as EscapedSyntax).spelled(inJsonString) : readOnlySyntax;
}

/** JSON in a string of a JSON file, in which `${` is Terraform's. */
const inJsonString: Encode = (json) => inDoubleQuotes(withoutTemplates(json));

/** For a policy of which the text is put together otherwise than it reads: its words can be changed, and nothing else. */
export function textsOnly(syntax: PolicySyntax): PolicySyntax {
  return {
    writer: (text, policy) => onlyTexts(syntax.writer(text, policy)),
    spot: (text, offset, range) => syntax.spot(text, offset, range),
  };
}

function formatHclPolicy(text: string, { root }: PolicyDocument) {
  return root ? formatHcl(text, root.range) : [];
}

/** Reads such a policy for other languages. */
function reading(written: HclForm, form?: PolicyForm) {
  return (text: string, policy: PolicyDocument): ReadPolicy | undefined => {
    const value = hclPolicy(text, policy, written);
    return value && { value, language: 'hcl', ...(form && { form }) };
  };
}
