/**
 * The program that a role's terminal names as `credential_process`: it fetches the credentials from the editor, by the
 * address and token in its environment, and prints them as AWS programs expect.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
import { get } from 'node:http';

const fail = (message: string): void => {
  console.error(`Trustwright: ${message}`);
  process.exitCode = 1;
};

const print = (body: string): void => {
  const { AccessKeyId, SecretAccessKey, Token, Expiration } = JSON.parse(body) as Record<string, string>;
  console.log(JSON.stringify({ Version: 1, AccessKeyId, SecretAccessKey, SessionToken: Token, Expiration }));
};

const { TRUSTWRIGHT_CREDENTIALS_URL: url, TRUSTWRIGHT_CREDENTIALS_TOKEN: token } = process.env;

if (url?.startsWith('http://127.0.0.1:') && token !== undefined) {
  get(url, { headers: { authorization: token }, timeout: 5_000 }, (response) => {
    let body = '';
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => (body += chunk));
    response.on('end', () => {
      if (response.statusCode === 200) print(body);
      else fail('this role session has ended. Renew it in the editor.');
    });
  }).on('error', () => {
    fail('the editor window of this role session was closed or reloaded. Renew it in the editor.');
  });
} else fail('this works in a terminal of a role session only.');
