import type { Rule } from './exchange';
import { errorReply, textOf } from './replies';

/**
 * Rules that give credentials of AssumeRole a life of seconds, which AWS does not, and refuse them afterwards, as AWS
 * does.
 */
export const shortLived = (seconds: number): Rule => {
  const ends = new Map<string, number>();
  return async (call, next) => {
    const key = /Credential=([^/]+)\//.exec(call.headers.authorization ?? '')?.[1] ?? '';
    if ((ends.get(key) ?? Infinity) < Date.now())
      return errorReply(call, 403, 'ExpiredToken', 'The security token included in the request is expired');
    const reply = await next(call);
    const issued = textOf(reply.body, 'AccessKeyId');
    if (call.action !== 'AssumeRole' || issued === undefined) return reply;
    const end = Date.now() + seconds * 1000;
    ends.set(issued, end);
    const told = new Date(end).toISOString();
    return { ...reply, body: reply.body.replace(/<Expiration>[^<]*</, `<Expiration>${told}<`) };
  };
};
