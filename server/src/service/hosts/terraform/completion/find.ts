import { type Block, type Expression, type HclFile, type HclObject, innerOf } from '../hcl/ast';

/** The object that begins at the offset. */
export function findObject({ body }: HclFile, start: number): HclObject | undefined {
  for (const item of body.items) {
    const found = item.kind === 'block' ? inBlock(item, start) : undefined;
    if (found) return found;
  }
  return undefined;
}

function inBlock(block: Block, start: number): HclObject | undefined {
  if (start < block.range.start || start >= block.range.end) return undefined;
  for (const item of block.body.items) {
    const found = item.kind === 'block' ? inBlock(item, start) : inExpression(item.value, start);
    if (found) return found;
  }
  return undefined;
}

function inExpression(value: Expression | undefined, start: number): HclObject | undefined {
  if (!value || start < value.range.start || start >= value.range.end) return undefined;
  if (value.kind === 'object' && value.range.start === start) return value;
  for (const inner of innerOf(value)) {
    const found = inExpression(inner, start);
    if (found) return found;
  }
  return undefined;
}

/** The data source that begins at the offset. */
export function findDocument({ body }: HclFile, start: number): Block | undefined {
  return body.items.find((item): item is Block => item.kind === 'block' && item.range.start === start);
}
