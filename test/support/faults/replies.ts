import type { Call, Reply } from './exchange';

/** An error as EC2 or, for the other services, as the Query protocol spells it. */
export const errorReply = ({ service }: Call, status: number, code: string, message: string): Reply => {
  const error = `<Code>${code}</Code><Message>${escaped(message)}</Message>`;
  const body =
    service === 'ec2'
      ? `<Response><Errors><Error>${error}</Error></Errors><RequestID>faked</RequestID></Response>`
      : `<ErrorResponse><Error><Type>Sender</Type>${error}</Error><RequestId>faked</RequestId></ErrorResponse>`;
  return { status, body };
};

/** An answer of IAM or STS. */
export const queryReply = ({ action }: Call, result: string): Reply => ({
  status: 200,
  body: `<${action}Response><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>faked</RequestId></ResponseMetadata></${action}Response>`,
});

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The text of the first element of a name. Enough for the flat parts of AWS's answers. */
export const textOf = (xml: string, element: string): string | undefined =>
  new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1];

/** The contents of every element of a name that holds none of the same name. */
export const allOf = (xml: string, element: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'))].map((match) => match[1]!);
