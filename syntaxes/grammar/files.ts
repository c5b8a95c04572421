import { injectionGrammar } from './injection';
import { heredocGrammar, terraformGrammar } from './terraform';
import { yamlConditions, yamlElements, yamlFlowElements, yamlValues } from './yaml';

/** The grammars that are made here, by the names of their files. */
export const grammarFiles: Readonly<Record<string, object>> = {
  'iam-policy.injection.tmLanguage.json': injectionGrammar,
  'iam-policy.yaml.tmLanguage.json': yamlElements,
  'iam-policy.yaml-flow.tmLanguage.json': yamlFlowElements,
  'iam-policy.yaml-values.tmLanguage.json': yamlValues,
  'iam-policy.yaml-conditions.tmLanguage.json': yamlConditions,
  'iam-policy.terraform.tmLanguage.json': terraformGrammar,
  'iam-policy.terraform-heredoc.tmLanguage.json': heredocGrammar,
};
