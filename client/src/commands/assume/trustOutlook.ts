import { type Denial, explainDenial } from '../../sessions/denial';
import { trustQuestions } from '../../sessions/trustQuestion';
import { type AssumeContext, evaluateTrust } from './context';
import { type Draft, requestOf } from './draft';

/** What the role's trust policy will say to a call that has not been made. */
export interface TrustOutlook {
  /** A few words where it will refuse; undefined where it will not, or where that cannot be told. */
  readonly warning: string | undefined;
  readonly denial: Denial | undefined;
}

/** Asks the trust evaluation. Undefined where the trust policy or the identity is not known. */
export const trustOutlook = async (
  context: AssumeContext,
  draft: Draft,
): Promise<TrustOutlook | undefined> => {
  const { chosen, identity, options } = draft;
  const trust = chosen.role?.trust;
  if (trust === undefined || identity === undefined) return undefined;
  const request = requestOf(draft, undefined);
  const asked =
    options.mfaSerial === undefined ? request : { ...request, mfa: { serialNumber: '', code: '' } };
  for (const question of trustQuestions(trust, identity.arn, asked)) {
    const evaluation = await evaluateTrust(context, question);
    if (evaluation?.answer !== 'no') continue;
    const denial = explainDenial({
      identityArn: identity.arn,
      roleArn: chosen.roleArn,
      said: '',
      trust: evaluation,
      ...(question.action === undefined ? {} : { action: question.action }),
    });
    return { warning: 'The trust policy will most likely refuse you. Why?', denial };
  }
  return { warning: undefined, denial: undefined };
};
