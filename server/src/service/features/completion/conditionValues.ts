import { type ConditionOperator, parseOperator } from '../../iam/operators';
import { conditionArns } from './conditionArns';
import { liveTagKeys, liveTagValues } from './live';
import { stop, withoutStops } from './snippet';
import { type CompletionContext, stringValue, type Suggestion } from './suggestion';
import { valueForm } from './valueForms';
import { textsFor } from './valueSets';
import { variables, wholeVariables } from './variables';

/** Values that a condition key can be compared with, where they form a set or a known form. */
export function conditionValues(context: CompletionContext): Suggestion[] {
  const [operatorName = '', key = ''] = context.place.path.slice(-2);
  const operator = parseOperator(operatorName);
  const takesVariables = !operator || operator.family === 'String' || operator.family === 'Arn';
  const inVariable = takesVariables ? variables(context) : undefined;
  const found = inVariable ?? [
    ...known(key, operator, context),
    ...(takesVariables ? wholeVariables(context) : []),
  ];
  return found.filter(({ label }) => !context.place.items.includes(label));
}

const truth: Readonly<Record<string, readonly [string, string]>> = {
  Bool: ['The key is true', 'The key is false'],
  Null: ['The request lacks the key', 'The request has the key'],
};

function known(
  key: string,
  operator: ConditionOperator | undefined,
  context: CompletionContext,
): Suggestion[] {
  const details = truth[operator?.family ?? ''];
  if (details) return ['true', 'false'].map((text, index) => value(text, index, details[index]));
  if (/^(aws|ec2):resourcetag\//i.test(key)) return liveTagValues(key.slice(key.indexOf('/') + 1), context);
  if (/^aws:tagkeys$/i.test(key))
    return liveTagKeys(context).map((tag) => value(tag, 0, 'Tag of an instance (live)'));
  const texts = textsFor(key, context).map((text, index) => value(text, index));
  return [...texts, ...forms(key, operator, texts), ...subjects(key), ...conditionArns(key, context)];
}

/** How a value looks, where the policy itself says no better. */
function forms(
  key: string,
  operator: ConditionOperator | undefined,
  texts: readonly Suggestion[],
): Suggestion[] {
  const form = texts.length === 0 ? valueForm(key, operator?.family) : undefined;
  return form ? [{ ...value(form.text, 0, form.detail), label: withoutStops(form.text) }] : [];
}

function value(text: string, rank: number, detail = ''): Suggestion {
  return stringValue(text, { kind: 'value', rank, ...(detail && { detail }) });
}

/**
 * Whom a token of GitHub Actions is about.
 * https://docs.github.com/actions/concepts/security/openid-connect
 */
function subjects(key: string): Suggestion[] {
  if (!/^token\.actions\.githubusercontent\.com:sub$/i.test(key)) return [];
  const repository = `repo:${stop(1, 'owner')}/${stop(2, 'repository')}`;
  const forms: [string, string][] = [
    [`${repository}:ref:refs/heads/${stop(3, 'main')}`, 'One branch of a repository'],
    [`${repository}:environment:${stop(3, 'production')}`, 'One environment of a repository'],
    [`${repository}:pull_request`, 'Pull requests of a repository'],
    [`${repository}:*`, 'All of a repository; takes StringLike'],
  ];
  return forms
    .map(([text, detail], rank) => value(text, rank, detail))
    .map((one) => ({ ...one, label: withoutStops(one.label) }));
}
