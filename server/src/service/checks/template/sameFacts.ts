import type { PolicyFile } from '../../policyFile';
import type { TemplateFact } from './facts';

/** Whether both say the same to other files of the module, wherever it stands. */
export function isSameFacts(a: readonly TemplateFact[], b: readonly TemplateFact[]): boolean {
  return a === b || (a.length === b.length && a.every((fact, index) => isSame(fact, b[index]!)));
}

function isSame(a: TemplateFact, b: TemplateFact): boolean {
  return a === b || (fileIn(a) === fileIn(b) && wordsOf(a) === wordsOf(b));
}

/** The policy as it was first read: one that says what another said is the same. */
function fileIn(fact: TemplateFact): PolicyFile | undefined {
  const file = fact.kind === 'role' ? fact.trust : fact.kind === 'document' ? fact.file : undefined;
  return file?.origin?.file ?? file;
}

/** Where something stands, and policies, which are compared otherwise. */
const places: ReadonlySet<string> = new Set(['range', 'list', 'trust', 'file']);

function wordsOf(fact: TemplateFact): string {
  return JSON.stringify(fact, (key, value: unknown) => (places.has(key) ? undefined : value));
}
