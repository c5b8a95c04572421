import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse as parseByHashiCorp } from '@cdktf/hcl2json';
import {
  type Block,
  type Body,
  type Expression,
  innerOf,
  type Template,
} from '../../../../server/src/service/hosts/terraform/hcl/ast';
import { parseHcl } from '../../../../server/src/service/hosts/terraform/hcl/parse';
import { parseAnnotated } from '../../../support/annotations';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Our reader against HashiCorp's own parser, which turns a text into JSON: literals are values, anything else is its
 * source in `${…}`, so that places are compared as well.
 */
describe('Terraform: the same as by HashiCorp', () => {
  const folder = resolve(__dirname, '../../../fixtures/terraform');
  // What is called unclosed is broken on purpose.
  const files = ['quiet', 'finds'].flatMap((what) =>
    readdirSync(join(folder, what))
      .filter((name) => name.endsWith('.tf') && !name.startsWith('unclosed'))
      .map((name) => join(what, name)),
  );
  for (const file of files)
    it(file, async () => {
      const { text } = parseAnnotated(readFileSync(join(folder, file), 'utf8'));
      const wanted = plain((await parseByHashiCorp('a.tf', text)) as Json);
      const read = parseHcl(text);
      assert.deepEqual(read.problems, []);
      assert.deepEqual(plain(new Writer(text).body(read.body)), wanted);
      for (const argument of encoded(read.body)) {
        const source = text.slice(argument.range.start, argument.range.end);
        const { x } = (await parseByHashiCorp('a.tf', `x = ${source}`)) as { x: Json };
        assert.deepEqual(plain(new Writer(text).value(argument)), plain(x), source);
      }
    });
});

/** What our reader found, as HashiCorp's has it. */
class Writer {
  constructor(private readonly text: string) {}

  body({ items }: Body): Json {
    const result: Record<string, Json> = {};
    for (const item of items) {
      if (item.kind === 'attribute') result[item.name.text] = item.value ? this.value(item.value) : null;
      else this.add(result, item);
    }
    return result;
  }

  value(value: Expression): Json {
    switch (value.kind) {
      case 'template':
        return this.template(value);
      case 'number':
        return Number(value.text);
      case 'boolean':
        return value.text === 'true';
      case 'null':
        return null;
      case 'tuple':
        return value.items.map((item) => this.value(item));
      case 'object':
        return Object.fromEntries(
          value.entries.map(({ key, value: one, computedKey }) => [
            this.key(key, computedKey),
            one ? this.value(one) : null,
          ]),
        );
      case 'call':
      case 'conditional':
      case 'other':
      case 'reference':
        return `\${${this.source(value)}}`;
    }
  }

  /** Blocks of one type and with the same labels are a list. */
  private add(result: Record<string, Json>, { type, labels, body }: Block): void {
    let at = result;
    const path = [type, ...labels].map(({ text }) => text);
    for (const name of path.slice(0, -1)) at = (at[name] ??= {}) as Record<string, Json>;
    const list = (at[path.at(-1)!] ??= []) as Json[];
    list.push(this.body(body));
  }

  private key(key: Expression, isComputed: boolean): string {
    if (isComputed) return `\${${this.source(key)}}`;
    return key.kind === 'template' ? this.template(key) : this.source(key);
  }

  private template({ parts }: Template): string {
    return parts
      .map((part) =>
        part.kind === 'text'
          ? part.text.replaceAll(/([$%])\{/g, '$1$1{')
          : this.text.slice(part.range.start, part.range.end),
      )
      .join('');
  }

  private source({ range }: Expression): string {
    return this.text.slice(range.start, range.end);
  }
}

/** Arguments of `jsonencode`, wherever it stands outside of other values that are computed. */
function encoded({ items }: Body): Expression[] {
  const inExpression = (value: Expression): Expression[] =>
    value.kind === 'call' && value.name.text === 'jsonencode'
      ? [...value.args]
      : innerOf(value).flatMap(inExpression);
  return items.flatMap((item) => {
    if (item.kind === 'block') return encoded(item.body);
    return item.value ? inExpression(item.value) : [];
  });
}

/**
 * Without what is laid out otherwise: HashiCorp's parser takes the common indentation from a heredoc, and blanks beside
 * a mark that wants them gone.
 */
function plain(value: Json): Json {
  if (typeof value === 'string') {
    const marks = value.replace(/%\{~?\s*([^}]*?)\s*~?\}/g, '%{$1}');
    return marks.replace(/\s*~?\s*$|^[ \t]+/gm, '').replace(/~?\}\s*/g, '}');
  }
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}
