import { injectionGrammar } from './injection';
import { yamlElements, yamlValues } from './yaml';

/** The grammars that are made here, by the names of their files. */
export const grammarFiles: Readonly<Record<string, object>> = {
  'iam-policy.injection.tmLanguage.json': injectionGrammar,
  'iam-policy.yaml.tmLanguage.json': yamlElements,
  'iam-policy.yaml-values.tmLanguage.json': yamlValues,
};
