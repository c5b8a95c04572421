import { injectionGrammar } from './injection';
import { heredocGrammar, terraformGrammar } from './terraform';
import { yamlElements, yamlValues } from './yaml';

/** The grammars that are made here, by the names of their files. */
export const grammarFiles: Readonly<Record<string, object>> = {
  'iam-policy.injection.tmLanguage.json': injectionGrammar,
  'iam-policy.yaml.tmLanguage.json': yamlElements,
  'iam-policy.yaml-values.tmLanguage.json': yamlValues,
  'iam-policy.terraform.tmLanguage.json': terraformGrammar,
  'iam-policy.terraform-heredoc.tmLanguage.json': heredocGrammar,
};
