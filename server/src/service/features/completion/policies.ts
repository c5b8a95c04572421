import { statementOf } from './skeleton';
import type { Template } from './snippet';
import type { CompletionContext, Suggestion } from './suggestion';
import { type StatementTemplate, statementTemplates } from './templates';

/** Whole policies, for an empty text. */
export function policies(context: CompletionContext): Suggestion[] {
  return fitting(context).map((template, rank) => ({
    ...about(template, rank),
    piece: { kind: 'values', values: [policyWith(template.statements(context))] },
  }));
}

/** The entries of whole policies, for an object with nothing in it. */
export function policyEntries(context: CompletionContext): Suggestion[] {
  if (!isAlone(context)) return [];
  return fitting(context).map((template, rank) => ({
    ...about(template, rank + behindKeys),
    piece: { kind: 'entries', entries: policyWith(template.statements(context)) },
  }));
}

/** Statements, for a place in the list of them. */
export function statements(context: CompletionContext): Suggestion[] {
  const plain: Suggestion = {
    label: 'Statement',
    kind: 'template',
    detail: 'With the elements it needs',
    piece: { kind: 'values', values: [statementOf(context.kind)] },
    rank: 0,
  };
  const others = fitting(context).map((template, rank): Suggestion => {
    const values = template.statements(context);
    return {
      ...about(template, rank + 1),
      piece: { kind: 'values', values: context.place.inList ? values : [values] },
    };
  });
  return [plain, ...others];
}

/** The entries of statements, for an object in the list of them with nothing in it. */
export function statementEntries(context: CompletionContext): Suggestion[] {
  if (!isAlone(context)) return [];
  return fitting(context).flatMap((template, rank): Suggestion[] => {
    const [only, ...others] = template.statements(context);
    if (others.length > 0 || typeof only !== 'object' || Array.isArray(only)) return [];
    const entries = only as Readonly<Record<string, Template>>;
    return [{ ...about(template, rank + behindKeys), piece: { kind: 'entries', entries } }];
  });
}

/** The object has no other key, nor a value for the one that is typed. */
function isAlone({ place }: CompletionContext): boolean {
  return place.siblings.length === 0 && place.valueBehind === undefined;
}

/** Keys of the object come first where it has some. */
const behindKeys = 20;

function about({ label, detail }: StatementTemplate, rank: number) {
  return { label, detail, kind: 'template', rank } as const;
}

/** Templates of the policy's kind; those of all kinds where it was only guessed and nothing speaks for the guess. */
function fitting({ kind, policy }: CompletionContext): readonly StatementTemplate[] {
  const isOpen = !kind.certain && policy.statements.every(({ node }) => node.entries.length === 0);
  if (isOpen) return statementTemplates;
  const wanted = kind.kind === 'trust' ? 'trust' : 'identity';
  const hasNone = kind.kind === 'scp' || kind.kind === 'rcp' || kind.kind === 'resource';
  return hasNone ? [] : statementTemplates.filter((template) => template.kind === wanted);
}

function policyWith(templates: readonly Template[]) {
  return { Version: '2012-10-17', Statement: templates };
}
