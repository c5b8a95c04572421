import { YamlWriter } from '../../edits/yaml/yamlWriter';
import type { PolicySyntax } from '../host';

/** YAML, in block and flow style. */
export const yamlSyntax: PolicySyntax = {
  writer: (text, { root }) => new YamlWriter(text, root),
  spot: () => undefined,
};
