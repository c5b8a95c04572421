import { AdaptiveRetryStrategy } from '@smithy/core/retry';
import type { RetryErrorInfo, RetryToken, StandardRetryToken } from '@smithy/types';

/** Attempts while AWS asks to slow down; the waits grow to 20 seconds each. */
const attemptsWhenThrottled = 8;
/** Attempts after other failures that may pass, such as a lost connection. */
const attemptsOtherwise = 3;

/**
 * How reading calls are repeated: patiently and ever more slowly while AWS throttles, briefly after other failures, so
 * that an endpoint that is not there is told within a second.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export class PatientRetries extends AdaptiveRetryStrategy {
  constructor() {
    super(attemptsWhenThrottled);
  }

  override refreshRetryTokenForRetry(
    token: StandardRetryToken,
    errorInfo: RetryErrorInfo,
  ): Promise<RetryToken> {
    const isLast = token.getRetryCount() + 1 >= attemptsOtherwise;
    if (errorInfo.errorType !== 'THROTTLING' && isLast)
      return Promise.reject(new Error('No retry token available'));
    return super.refreshRetryTokenForRetry(token, errorInfo);
  }
}
