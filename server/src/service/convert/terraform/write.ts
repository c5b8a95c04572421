import { Raw, type Value } from '../../edits/edit';
import type { Notation } from '../../edits/json/notation';
import { counterpartOf, pseudoOf } from '../cloudformation/pseudo';
import { describe } from '../describe';
import { type Expression, mapScalars, type Neutral } from '../neutral';
import { inSnakeCase, type Placeholder, Placeholders } from '../placeholders';

/** The policy with values that Terraform can write, and what has to be brought along. */
export interface ForTerraform {
  readonly value: Neutral;
  readonly placeholders: readonly Placeholder[];
  /** Data sources that the expressions read, as they are declared. */
  readonly dataSources: readonly string[];
}

/**
 * A policy of a template of CloudFormation for Terraform: pseudo parameters become data sources, what else is computed
 * becomes a variable. Undefined where it can't be said in an expression.
 */
export function forTerraform(policy: Neutral): ForTerraform | undefined {
  const names = new Placeholders((words) => `var.${inSnakeCase(words)}`);
  const dataSources = new Set<string>();
  const toHcl = (expression: Expression): Expression => {
    const counterpart = counterpartOf(pseudoOf(expression));
    if (expression.language === 'hcl') return expression;
    if (!counterpart) return hcl(names.nameOf(describe(expression)));
    const { dataSource, attributes } = counterpart;
    dataSources.add(`data "${dataSource}" "current" {}`);
    return hcl(`data.${dataSource}.current.${attributes[0]}`);
  };
  const value = mapScalars(policy, (known) => {
    if (known.kind === 'expression') return toHcl(known);
    if (known.kind !== 'mixed') return known;
    const parts = known.parts.map((part) => (typeof part === 'string' ? part : toHcl(part)));
    return { kind: 'mixed', parts };
  });
  return value && { value, placeholders: names.all, dataSources: [...dataSources] };
}

function hcl(source: string): Expression {
  return { kind: 'expression', language: 'hcl', source };
}

/** A value as the notation writes it; undefined where that can't be: what another language computes, a key that stands twice. */
export function hclValue(value: Neutral, notation: Notation): Value | undefined {
  switch (value.kind) {
    case 'string':
      return value.text;
    case 'bare':
      return bare(value.text);
    case 'list': {
      const items = value.items.map((item) => hclValue(item, notation));
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case 'map': {
      const entries = value.entries.map(([key, item]) => [key, hclValue(item, notation)] as const);
      const isWhole = entries.every((entry): entry is readonly [string, Value] => entry[1] !== undefined);
      const keys = new Set(entries.map(([key]) => key));
      return isWhole && keys.size === entries.length ? Object.fromEntries(entries) : undefined;
    }
    case 'expression':
      return value.language === 'hcl' ? new Raw(value.source) : undefined;
    case 'mixed': {
      const parts = value.parts.map((part) => {
        if (typeof part === 'string') return notation.inner(part);
        return part.language === 'hcl' ? `\${${part.source}}` : undefined;
      });
      return parts.every((part) => part !== undefined) ? new Raw(`"${parts.join('')}"`) : undefined;
    }
  }
}

function bare(text: string): Value {
  if (text === 'true' || text === 'false') return text === 'true';
  return String(Number(text)) === text ? Number(text) : new Raw(text);
}
