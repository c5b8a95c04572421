import type { PolicyWriter } from '../edits/edit';
import { lazily } from '../lazily';
import type * as Completion from './completion.lazy';
import type * as Help from './help.lazy';

const completion = lazily(() => require('./completion.lazy') as typeof Completion);
const help = lazily(() => require('./help.lazy') as typeof Help);

/** What may be written at the offset of a policy. */
export const complete: typeof Completion.complete = (...asked) => completion().complete(...asked);
/** What is said of a suggestion that has the focus. */
export const describeSuggestion: typeof Completion.describeSuggestion = (...asked) =>
  completion().describeSuggestion(...asked);
/** Where in a JSON text something can be written. */
export const spotInJson: typeof Completion.spotInJson = (...asked) => completion().spotInJson(...asked);
/** Whole resources for a template. */
export const templateSnippets: typeof Completion.templateSnippets = (...asked) =>
  completion().templateSnippets(...asked);
/** What is under the cursor. */
export const hover: typeof Help.hover = (...asked) => help().hover(...asked);
/** Repairs of a finding. */
export const quickFixes: typeof Help.quickFixes = (...asked) => help().quickFixes(...asked);
/** Repairs of a finding between resources of a template. */
export const templateFixes: typeof Help.templateFixes = (...asked) => help().templateFixes(...asked);
/** A text with all harmless repairs made. */
export const fixAll: typeof Help.fixAll = (...asked) => help().fixAll(...asked);
/** One edit that makes one text of another. */
export const difference: typeof Help.difference = (...asked) => help().difference(...asked);
/** Other ways to write what is under the cursor. */
export const refactorings: typeof Help.refactorings = (...asked) => help().refactorings(...asked);
/** What writes changes of a JSON text. */
export const jsonWriter = (text: string): PolicyWriter => new (help().JsonWriter)(text);
/** Edits that lay a JSON text out. */
export const formatJson: typeof Help.formatJson = (...asked) => help().formatJson(...asked);
/** Edits that lay JSON out that stands in another text. */
export const formatJsonInside: typeof Help.formatJsonInside = (...asked) => help().formatJsonInside(...asked);
/** Edits that lay a part of a JSON text out. */
export const formatJsonPart: typeof Help.formatJsonPart = (...asked) => help().formatJsonPart(...asked);
/** What a change of a policy means, in words. */
export const describeChange: typeof Help.describeChange = (...asked) => help().describeChange(...asked);
