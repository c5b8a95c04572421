import type { Expression } from './hcl/ast';

/** A key as far as it is known. */
export function keyText(key: Expression): string | undefined {
  if (key.kind === 'reference') return key.text;
  const [only, more] = key.kind === 'template' ? key.parts : [];
  return only?.kind === 'text' && !more ? only.text : undefined;
}
