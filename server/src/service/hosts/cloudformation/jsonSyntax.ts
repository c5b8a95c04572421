import { jsonTemplatePolicy } from '../../convert/convert';
import { formatJsonPart } from '../../features/help';
import { jsonSyntax } from '../json/syntax';
import type { PolicySyntax } from '../host';
import { rewritingTemplates } from '../json/escaped';

/** A policy's objects in a JSON template; strings in `Fn::Sub` keep its escapes. */
export const jsonTemplateSyntax: PolicySyntax = {
  ...jsonSyntax,
  writer: (text, policy) => rewritingTemplates(jsonSyntax.writer(text, policy)),
  formatPart: (text, { root }) => (root ? formatJsonPart(text, root.range) : []),
  neutral(text, policy) {
    const value = jsonTemplatePolicy(text, policy);
    return value && { value, language: 'cloudformation' };
  },
};
