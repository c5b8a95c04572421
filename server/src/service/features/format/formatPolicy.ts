import type { TextEdit } from '../../edits/edit';
import type { PolicyFile } from '../../policyFile';

/**
 * Edits that lay a policy out within the text that it is a part of, in the style of that text. Nothing but white space of
 * the policy changes. None where it is broken, or stands where it can't be laid out.
 */
export function formatPolicy({ policy, syntax, isAlternative }: PolicyFile, text: string): TextEdit[] {
  if (policy.isPartial || isAlternative || !policy.root) return [];
  return syntax.formatPart?.(text, policy) ?? [];
}
