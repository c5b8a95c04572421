import { explanations } from './explanations';
import { type Attempt, AwsFailure, isAwsFailure } from './failure';
import { factsOf, kindOf } from './failureKind';

/** Turns whatever a call threw into an `AwsFailure`: sorted by what a person can do, and said in plain words. */
export const explain = (error: unknown, attempt: Attempt): AwsFailure => {
  if (isAwsFailure(error)) return error;
  const facts = factsOf(error);
  const kind = kindOf(facts, attempt);
  return new AwsFailure(attempt, explanations[kind](facts, attempt), facts.code);
};
