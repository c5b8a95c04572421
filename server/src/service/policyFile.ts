import { resourceOfWord, type ToldKind } from '../protocol/resourcePolicies';
import type { PolicyKind } from '../protocol/settings';
import type { KindOfPolicy } from './checks/check';
import type { PolicySyntax } from './hosts/host';
import { jsonSyntax } from './hosts/json/syntax';
import { kindFromShape, kindOf } from './kinds/inferKind';
import { beginsElement, isBeginning, isPolicy, mayBePolicy } from './kinds/recognise';
import type { OffsetRange } from './model/nodes';
import type { CommentNode, PolicyDocument } from './model/policyDocument';
import { readJson } from './readers/json';

/** A text that may hold a policy, and what is known of it besides. */
export interface PolicySource {
  readonly text: string;
  /** As editors name languages: `json`, `jsonc`, `iam-policy`, `yaml`, `terraform`. */
  readonly languageId: string;
  /** Last part of the path. */
  readonly fileName: string;
  /** What a setting or an option says: a kind, `auto` for "a policy of some kind", or nothing. */
  readonly told?: ToldKind;
}

/** A policy found in a text. */
export interface PolicyFile {
  readonly policy: PolicyDocument;
  /** What its place, its name or its shape says: an `AssumeRolePolicyDocument` is a trust policy whatever is in it. */
  readonly kind: KindOfPolicy;
  /** How it is written. */
  readonly syntax: PolicySyntax;
  /** The policy's part of the text. */
  readonly range: OffsetRange;
  /** What the text calls the policy's owner: a logical id, `aws_iam_role.web`; none where the text is the policy. */
  readonly owner?: string;
  /** Last part of the path, where the text is the policy. */
  readonly fileName?: string;
  /** Comments of the text that speak to the checks, where the policy itself knows of none. */
  readonly comments?: readonly CommentNode[];
  /** Where the policy was read before its text moved by so many characters. */
  readonly origin?: { readonly file: PolicyFile; readonly shift: number };
  /** Another reading of the same place, such as with the second branches of its conditions. */
  readonly isAlternative?: boolean;
  /**
   * `branches`: conditions choose some of it, so that what could go in it may be needed in the next case.
   * `shown`: it has branches that may never meet; it is there to be looked at, and its cases are what is checked.
   */
  readonly reading?: 'branches' | 'shown' | undefined;
}

/** Names that make a JSON file a policy whatever is in it. */
const policyFileName = /\.iampolicy$|\.iam\.jsonc?$|(^|-)trust-policy\.jsonc?$/i;

/**
 * The policy that a JSON text is, or undefined when the text is something else. A text is a policy when somebody says so
 * (setting, language, file name) or when it looks like nothing else; broken text is read as far as it goes.
 */
export function openPolicy(source: PolicySource): PolicyFile | undefined {
  const isCalled = isCalledPolicy(source);
  if (!isCalled && !mayBePolicy(source.text)) return undefined;
  const policy = readJson(source.text, { comments: source.languageId === 'jsonc' });
  if (!isCalled && !isPolicy(policy)) return undefined;
  return { ...wholeText(policy, kindOfSource(source, policy), source.text), fileName: source.fileName };
}

/** Comments that begin a line or stand alone; nothing of a policy looks like one. */
const comments = /^[ \t]*\/\/.*$|^[ \t]*\/\*[^]*?\*\//gm;
/** A text with nothing in it but a word, or an object with nothing in it but one. */
const almostEmpty = /^\s*(?:\{\s*"?(\w*)"?\s*\}?|[a-z]*)\s*$/i;

/**
 * What a text that is no policy yet could become, where nobody says that it is one: it is empty, or all that it has so far
 * are elements of a policy.
 */
export function policyToBe({ text }: Pick<PolicySource, 'text'>): PolicyFile | undefined {
  if (text.length > longestBeginning) return undefined;
  const bare = text.replace(comments, '');
  const empty = almostEmpty.exec(bare);
  if (empty ? !beginsElement(empty[1] ?? '') : !/^\s*\{\s*"?[VSI]/.test(bare)) return undefined;
  const policy = readJson(text, { comments: false });
  return empty || isBeginning(policy) ? wholeText(policy, kindFromShape(policy), text) : undefined;
}

function wholeText(policy: PolicyDocument, kind: KindOfPolicy, { length }: string): PolicyFile {
  return { policy, kind, syntax: jsonSyntax, range: { start: 0, end: length } };
}

const longestBeginning = 10_000;

/** A setting, the language or the file's name says that the text is a policy. */
export function isCalledPolicy({ languageId, fileName, told }: PolicySource): boolean {
  return told !== undefined || languageId.startsWith('iam-policy') || policyFileName.test(fileName);
}

function kindOfSource({ told, fileName }: PolicySource, policy: PolicyDocument): KindOfPolicy {
  return told !== undefined && told !== 'auto' ? kindFromWord(told) : kindOf(fileName, policy);
}

/** The kind that a setting's word means. */
function kindFromWord(word: Exclude<ToldKind, 'auto'>): KindOfPolicy {
  const resource = resourceOfWord(word);
  if (resource) return { kind: 'resource', certain: true, resourceType: resource.type };
  return { kind: word as PolicyKind, certain: true };
}
