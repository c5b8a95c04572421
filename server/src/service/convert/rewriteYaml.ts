import type { TextEdit } from '../edits/edit';
import { YamlLayout } from '../edits/yaml/layout';
import type { PolicyDocument } from '../model/policyDocument';
import { yamlValue } from './cloudformation/read';
import { toJson } from './toJson';
import { toYaml } from './toYaml';

/** Another way to write a policy, of the same meaning. */
export interface Rewriting {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** The policy in JSON, which YAML takes as well, or in block style where it stands in brackets. None where it has comments. */
export function rewriteYaml(text: string, { root, isPartial }: PolicyDocument): Rewriting[] {
  if (root?.kind !== 'object' || isPartial) return [];
  const layout = new YamlLayout(text);
  const { start, end } = root.range;
  const value = /(^|\s)#/.test(text.slice(start, end)) ? undefined : yamlValue(text, root.range);
  if (!value) return [];
  const column = layout.columnOf(start);
  if (root.isBare) {
    const json = toJson(value, layout.unit, ' '.repeat(column));
    return json === undefined
      ? []
      : [{ title: 'Write the policy as JSON', edits: [{ range: root.range, newText: json }] }];
  }
  const colon = /:[ \t]*$/.exec(text.slice(layout.lineStart(start), start));
  if (!colon) return [];
  const keyColumn = /^\s*(?:-\s+)*/.exec(text.slice(layout.lineStart(start), start))![0].length;
  const inner = keyColumn + layout.unit.length;
  const yaml = toYaml(value, inner, { unit: layout.unit.length, quote: layout.quote });
  const range = { start: layout.lineStart(start) + colon.index + 1, end };
  return yaml === undefined
    ? []
    : [
        {
          title: 'Write the policy in block style',
          edits: [{ range, newText: `\n${' '.repeat(inner)}${yaml}` }],
        },
      ];
}
