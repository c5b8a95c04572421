import { lazily } from '../lazily';
import { PolicyDocument } from '../model/policyDocument';
import { readPlainJson } from './json/plain';
import type * as Recovering from './json/recovering.lazy';

const recovering = lazily(() => require('./json/recovering.lazy') as typeof Recovering);

export type JsonOptions = Recovering.JsonOptions;

/** Deeper nesting than this is not read: no policy needs it. */
const mostDepth = 100;

/** Reads a policy that is the whole of a JSON or JSONC text. Never throws. */
export function readJson(text: string, options: JsonOptions): PolicyDocument {
  // Of an escape (\u0024) nothing can be said from here.
  const hasVariables = text.includes('${') || text.includes('\\u');
  const plain = readPlainJson(text, mostDepth);
  if (plain) {
    const size = { withoutWhitespace: text.length - plain.space, all: text.length };
    return new PolicyDocument(plain.root, [], size, [], { hasPlainCharacters: plain.isLatin1, hasVariables });
  }
  const { root, problems, comments, tokenLength } = recovering().recoverJson(text, options, mostDepth);
  const size = { withoutWhitespace: tokenLength, all: text.length };
  const hasPlainCharacters = !/[^\t\n\r\u0020-\u00ff]/.test(text);
  return new PolicyDocument(root, problems, size, comments, { hasPlainCharacters, hasVariables });
}
