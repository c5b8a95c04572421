import { findConditionKey } from '../../catalog/findConditionKey';
import { findGlobalKey, globalConditionKeys } from '../../catalog/globalKeys';
import type { Catalog } from '../../catalog/catalog';
import { closest, didYouMean } from '../../iam/closest';
import { isBareTagKey } from '../operators/tagKeys';
import { isUndocumentedKey } from '../operators/undocumentedKeys';
import type { Check } from '../check';
import { namesKey, type Variable } from './findVariables';
import { variablesOf } from './places';

/** The condition key that a variable stands for; what follows a comma is its default. */
function keyOf({ inside }: Variable): string {
  return inside.split(',')[0]!.trim();
}

const names = globalConditionKeys.map(({ name }) => name);

/** What is wrong with the key, and keys that could be meant. Of keys of services the lists are not complete. */
function problemOf(
  key: string,
  catalog: Catalog,
): { readonly message: string; readonly meant: readonly string[] } | undefined {
  const lowerKey = key.toLowerCase();
  if (isBareTagKey(lowerKey, catalog)) {
    return { message: `${key} needs the name of a tag behind a slash, such as ${key}/team.`, meant: [] };
  }
  if (findConditionKey(catalog, key)?.multivalued) {
    return {
      message: `${key} holds a list, and only keys with one value can be policy variables.`,
      meant: [],
    };
  }
  if (!lowerKey.startsWith('aws:') || findGlobalKey(key) || isUndocumentedKey(lowerKey)) return undefined;
  const meant = closest(key, names);
  return {
    message: `There is no condition key "${key}", so this policy variable has no value and nothing matches.${didYouMean(meant)}`,
    meant,
  };
}

/**
 * A policy variable stands for a condition key with one value; without a value the whole statement does not match.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export const unknownPolicyVariable: Check = {
  code: 'UNKNOWN_POLICY_VARIABLE',
  type: 'WARNING',
  kinds: 'all',
  needs: ['variables'],
  summary: 'A policy variable that no request has a value for.',
  statement(statement, { policy, catalog, report }) {
    // In the older version of the language they are plain text, which another check tells.
    if (policy.version !== '2012-10-17') return;
    for (const variable of variablesOf(statement, policy)) {
      const key = keyOf(variable);
      if (!variable.closed || !namesKey(variable) || /\s/.test(key.split('/')[0]!)) continue;
      const problem = problemOf(key, catalog);
      if (!problem) continue;
      const replacements = problem.meant.map((name) => `\${${variable.inside.replace(key, () => name)}}`);
      report(variable.range, problem.message, { data: { replacements } });
    }
  },
};
