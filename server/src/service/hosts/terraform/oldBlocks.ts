import type { Attribute, Block, Expression, HclObject } from './hcl/ast';
import { keyText } from './keys';

const names = /^(statement|principals|not_principals|condition)$/;

/**
 * A document whose blocks are written as Terraform 0.11 took them, `principals = { … }` and `condition = [{ … }]`, as one
 * with blocks; the same where there are none. What Terraform itself says of the form is not for us to tell.
 * https://developer.hashicorp.com/terraform/language/v1.1.x/upgrade-guides/0-12#attributes-vs-blocks
 */
export function withBlocks(block: Block): Block {
  const items = block.body.items.flatMap(itemsFor);
  const isSame =
    items.length === block.body.items.length && items.every((item, at) => item === block.body.items[at]);
  return isSame ? block : { ...block, body: { ...block.body, items } };
}

function itemsFor(item: Attribute | Block): readonly (Attribute | Block)[] {
  if (item.kind === 'block') return [withBlocks(item)];
  const { name, value } = item;
  if (!value || !names.test(name.text)) return [item];
  return (value.kind === 'tuple' ? value.items : [value]).map((one) =>
    one.kind === 'object' ? blockOf(name, one) : unknownBlock(name, one),
  );
}

function blockOf(type: Block['type'], { entries, range, unclosed }: HclObject): Block {
  const items = entries.map(({ key, value, range: own }): Attribute => {
    const name = { text: keyText(key) ?? '', range: key.range };
    return { kind: 'attribute', name, value, range: own };
  });
  return withBlocks({
    kind: 'block',
    type,
    labels: [],
    body: { items, range },
    range,
    ...(unclosed && { unclosed }),
  });
}

/** Any number of them may come of it. */
function unknownBlock({ text, range: place }: Block['type'], { range }: Expression): Block {
  const type = { text: 'dynamic', range: place };
  return { kind: 'block', type, labels: [{ text, range: place }], body: { items: [], range }, range };
}
