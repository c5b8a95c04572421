import type { PolicyDocument } from '../model/policyDocument';
import { parseArn } from './arn';

/** What stands for the open parts of an ARN that is suggested. */
export interface Names {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

/**
 * The names that the policy's own ARNs agree on, else those of the account at hand, else `*`, which AWS takes for any
 * Region and any account.
 */
export function namesIn({ statements }: PolicyDocument, account: Partial<Names> | undefined): Names {
  const texts = statements.flatMap(({ resources, principals }) => [
    ...resources.map(({ text }) => text),
    ...principals.map(({ text }) => text),
  ]);
  const arns = texts.flatMap((text) => parseArn(text) ?? []);
  return {
    partition: only(arns.map(({ partition }) => partition)) ?? account?.partition ?? 'aws',
    region: only(arns.map(({ region }) => region)) ?? '*',
    account: only(arns.map((arn) => arn.account).filter(isAccount)) ?? account?.account ?? '*',
  };
}

function isAccount(text: string): boolean {
  return /^\d{12}$/.test(text);
}

/** The one text that all agree on; undefined when there are none or several. */
function only(texts: readonly string[]): string | undefined {
  const [first, ...others] = new Set(texts.filter((text) => text !== '' && !/[*?$]/.test(text)));
  return others.length === 0 ? first : undefined;
}
