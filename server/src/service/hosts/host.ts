import type { TemplateFact } from '../checks/template/facts';
import type { ReadPolicy } from '../convert/copies';
import type { Indentation, PolicyWriter, TextEdit } from '../edits/edit';
import type { Refactoring } from '../features/refactorings/refactorings';
import type { Spot } from '../features/completion/place';
import type { OffsetRange } from '../model/nodes';
import type { CommentNode, PolicyDocument } from '../model/policyDocument';
import type { PolicyFile, PolicySource } from '../policyFile';

/**
 * What policies are written in: a JSON text, a CloudFormation template, a Terraform file. A host finds the policies of
 * a text and gives each the syntax it stands in; nothing behind it can tell one host from another.
 */
export interface Host {
  /** As editors name languages. A text of another language is never shown to the host. */
  readonly languages: ReadonlySet<string>;
  /** The cheap test before any parsing: false where the text can't hold a policy of this host. */
  mayHold(source: PolicySource): boolean;
  /**
   * Reads the text. Never throws; broken text gives what could be read of it.
   *
   * @param before what the host found in an earlier text of the document; it may take parts from it
   * @returns undefined where the text is not the host's, so that others may look
   */
  read(source: PolicySource, before?: HostDocument): HostDocument | undefined;
}

/** A text with all its policies, in the order of their places. */
export interface HostDocument {
  readonly host: Host;
  readonly policies: readonly PolicyFile[];
  /** How what stands outside of policies is written, where repairs reach there. */
  readonly syntax?: PolicySyntax;
  /**
   * Writes an instance profile that holds a role.
   *
   * @param use what the profile is for, beside which it stands
   * @returns undefined where the text has no place for it
   */
  readonly newProfile?: (text: string, role: string, use: string) => NewProfile | undefined;
  /** What the text says of roles and profiles, for checks across its resources. */
  readonly facts?: readonly TemplateFact[];
  /** Comments that speak to the checks, for findings that no policy has. */
  readonly comments?: readonly CommentNode[];
  /** What the host keeps to read the next text faster. */
  readonly state?: unknown;
}

/** A resource to be written, and what the template then calls it. */
export interface NewProfile {
  readonly id: string;
  readonly edit: TextEdit;
}

/** How a policy's surroundings are written: what completion and quick fixes need of a host. */
export interface PolicySyntax {
  /** Writes changes of the policy in the host's style. */
  writer(text: string, policy: PolicyDocument): PolicyWriter;
  /** The edits of a change, laid out together with what stands beside them. */
  tidied?(text: string, edits: readonly TextEdit[]): readonly TextEdit[];
  /** The same for a text in which everything stands so many characters further on. */
  movedBy?(shift: number): PolicySyntax;
  /** The place where something can be written at the offset, which lies in the range; undefined where nothing can. */
  spot(text: string, offset: number, range: OffsetRange): Spot | undefined;
  /** The policy in another form that the host has for it. */
  conversions?(file: PolicyFile, text: string): readonly Refactoring[];
  /** The policy apart from its syntax, computed values kept; undefined where something would be lost. */
  neutral?(text: string, policy: PolicyDocument): ReadPolicy | undefined;
  /** Lays out a text that is a policy as a whole, or the lines of a range of it. Missing where that is left to others. */
  format?(text: string, indentation: Indentation, range?: OffsetRange): TextEdit[];
  /** Lays out a policy that is a part of the text, as the text around it is laid out. */
  formatPart?(text: string, policy: PolicyDocument): TextEdit[];
}
