import type { IncomingHttpHeaders } from 'node:http';

/** A call of AWS's Query protocol on its way to the emulator. */
export interface Call {
  /** `ec2`, `iam`, `sts`: from the signature's scope. */
  readonly service: string;
  /** `AssociateIamInstanceProfile` */
  readonly action: string;
  /** The form's fields. A rule may change them before the call goes on. */
  readonly form: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
}

export interface Reply {
  readonly status: number;
  readonly body: string;
}

/** How a call goes on when a rule lets it: the next rule, and in the end the emulator. */
export type Next = (call: Call) => Promise<Reply>;

/** Looks at a call and answers it, changes it, or lets it go on. Throwing `Dropped` closes the connection. */
export type Rule = (call: Call, next: Next) => Promise<Reply>;

/** Ends the exchange without an answer. */
export class Dropped extends Error {}

/** Reads the service and the action of a request. */
export function readCall(headers: IncomingHttpHeaders, body: string): Call {
  const form = new URLSearchParams(body);
  const service = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(headers.authorization ?? '')?.[1] ?? '';
  return { service, action: form.get('Action') ?? '', form, headers };
}

/** `ec2:AssociateIamInstanceProfile`, as IAM spells it. */
export const nameOf = ({ service, action }: Call): string => `${service}:${action}`;
