import { setTimeout as sleep } from 'node:timers/promises';
import { type Call, Dropped, nameOf, type Rule } from './exchange';
import { errorReply } from './replies';

/** Which calls a fault meets: a name such as `ec2:AssociateIamInstanceProfile`, or a pattern of names. */
export type Target = string | RegExp;

/** Limits a rule to some calls, and to the first so many of them. */
export const on = (target: Target, rule: Rule, times = Infinity): Rule => {
  let left = times;
  return (call, next) => {
    const hit = typeof target === 'string' ? nameOf(call) === target : target.test(nameOf(call));
    return hit && left-- > 0 ? rule(call, next) : next(call);
  };
};

/** Answers late. */
export const delay =
  (ms: number): Rule =>
  async (call, next) => {
    await sleep(ms);
    return next(call);
  };

/** Makes the change and loses the answer. */
export const dropAfterCommit: Rule = async (call, next) => {
  await next(call);
  throw new Dropped();
};

/** Loses the request: nothing is changed. */
export const dropBefore: Rule = () => {
  throw new Dropped();
};

/** Makes the change and answers with an error of the server's own. */
export const serverErrorAfterCommit: Rule = async (call, next) => {
  await next(call);
  return errorReply(call, 500, 'InternalFailure', 'An internal error has occurred');
};

export const serverError: Rule = (call) =>
  Promise.resolve(errorReply(call, 503, 'Unavailable', 'The server is overloaded and can’t handle it'));

export const throttle: Rule = (call) =>
  Promise.resolve(
    call.service === 'ec2'
      ? errorReply(call, 503, 'RequestLimitExceeded', 'Request limit exceeded.')
      : errorReply(call, 400, 'Throttling', 'Rate exceeded'),
  );

export const expired: Rule = (call) =>
  Promise.resolve(
    call.service === 'ec2'
      ? errorReply(call, 400, 'RequestExpired', 'Request has expired.')
      : errorReply(call, 403, 'ExpiredToken', 'The security token included in the request is expired'),
  );

/** A denial as the service words it: EC2's has an encoded part that only DecodeAuthorizationMessage can read. */
export const denied: Rule = (call) =>
  Promise.resolve(
    call.service === 'ec2'
      ? errorReply(call, 403, 'UnauthorizedOperation', encodedDenial(call))
      : errorReply(
          call,
          403,
          'AccessDenied',
          `User: ${somebody} is not authorized to perform: ${nameOf(call)}`,
        ),
  );

const somebody = 'arn:aws:iam::123456789012:user/somebody';
export const encodedPart = 'Zm9yIG5vYm9keSdzIGV5ZXM';
const encodedDenial = (call: Call): string =>
  `You are not authorized to perform this operation. User: ${somebody} is not authorized to perform: ${nameOf(call)} ` +
  `because no identity-based policy allows it. Encoded authorization failure message: ${encodedPart}`;

/** What EC2 says of a profile that IAM has made so recently that EC2 does not know it yet. */
export const unknownProfile: Rule = (call) =>
  Promise.resolve(
    errorReply(
      call,
      400,
      'InvalidParameterValue',
      `Value (${call.form.get('IamInstanceProfile.Name') ?? ''}) for parameter iamInstanceProfile.name is invalid. ` +
        'Invalid IAM Instance Profile name',
    ),
  );

/** IAM finds what it has just made only after a while. */
export const notFound: Rule = (call) =>
  Promise.resolve(errorReply(call, 404, 'NoSuchEntity', 'The entity cannot be found.'));
