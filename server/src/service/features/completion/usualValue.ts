import type { ConditionKey } from '../../catalog/catalog';
import { usualFamily } from '../../iam/keyTypes';
import type { ConditionOperator, OperatorFamily } from '../../iam/operators';
import { choice, stop, type Template } from './snippet';
import type { CompletionContext } from './suggestion';
import { exampleRange, exampleTime } from './valueForms';
import { textsFor } from './valueSets';

const most = 12;

/** What stands behind a new condition key: a valid value to overwrite, a choice, or an open place. */
export function usualValue(
  key: ConditionKey,
  operator: ConditionOperator | undefined,
  context: CompletionContext,
): Template {
  const number = key.name.includes('${') ? 2 : 1;
  const value = oneValue(key, operator?.family ?? usualFamily(key), number, context);
  return operator?.set ? [value] : value;
}

function oneValue(
  key: ConditionKey,
  family: OperatorFamily,
  number: number,
  context: CompletionContext,
): Template {
  switch (family) {
    case 'Bool':
    case 'Null':
      return choice(number, ['true', 'false']);
    case 'IpAddress':
      return stop(number, exampleRange);
    case 'Date':
      return stop(number, exampleTime);
    case 'Numeric':
      return stop(number, '1');
    case 'Binary':
      return stop(number);
    case 'String':
    case 'Arn': {
      const texts = textsFor(key.name, context);
      return texts.length > 0 && texts.length <= most ? choice(number, texts) : stop(number);
    }
  }
}
