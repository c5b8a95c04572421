import { type CompletionContext, stringValue, type Suggestion } from './suggestion';

export function versions({ policy }: CompletionContext): Suggestion[] {
  const current = stringValue('2012-10-17', { kind: 'value', detail: 'Current version', rank: 0 });
  const old = stringValue('2008-10-17', {
    kind: 'value',
    detail: 'Old version: no policy variables',
    rank: 1,
  });
  return policy.traits.hasVariables ? [current] : [current, old];
}

export function effects({ kind }: CompletionContext): Suggestion[] {
  const permit = stringValue('Allow', { kind: 'value', detail: 'Permit the actions', rank: 0 });
  const forbid = stringValue('Deny', {
    kind: 'value',
    detail: 'Forbid the actions, whatever else allows them',
    rank: 1,
  });
  // AWS accepts nothing else in a resource control policy but its own first one.
  if (kind.certain && kind.kind === 'rcp') return [forbid];
  // What an organization allows is said once; all else that it says is what it denies.
  return kind.kind === 'scp'
    ? [
        { ...forbid, rank: 0 },
        { ...permit, rank: 1 },
      ]
    : [permit, forbid];
}
