import { yamlPolicy } from '../../convert/cloudformation/read';
import { rewriteYaml } from '../../convert/rewriteYaml';
import { formatYaml } from '../../edits/yaml/format';
import { YamlWriter } from '../../edits/yaml/yamlWriter';
import { spotInYaml } from '../../features/completion/yaml/spot';
import type { PolicySyntax } from '../host';

/** YAML, in block and flow style. */
export const yamlSyntax: PolicySyntax = {
  writer: (text, { root }) => new YamlWriter(text, root),
  spot: spotInYaml,
  conversions: ({ policy }, text) => rewriteYaml(text, policy),
  formatPart: formatYaml,
  neutral(text, policy) {
    const value = yamlPolicy(text, policy);
    return value && { value, language: 'cloudformation', form: 'CloudFormation YAML' };
  },
};
