import { type Denial, explainDenial } from '../../sessions/denial';
import { trustQuestions } from '../../sessions/trustQuestion';
import { type AssumeContext, evaluateTrust } from './context';
import { type Draft, requestOf } from './draft';

/** What the role's trust policy will say to a call that has not been made. */
export interface TrustOutlook {
  /** A few words. */
  readonly says: string;
  /** Why it will refuse; undefined where it will not, or where that cannot be told. */
  readonly denial: Denial | undefined;
}

/** Asks the trust evaluation, which needs to know the trust policy and the identity. */
export const trustOutlook = async (context: AssumeContext, draft: Draft): Promise<TrustOutlook> => {
  const { chosen, identity, options } = draft;
  const trust = chosen.role?.trust;
  if (trust === undefined || identity === undefined) return unknown;
  const request = requestOf(draft, undefined);
  const asked =
    options.mfaSerial === undefined ? request : { ...request, mfa: { serialNumber: '', code: '' } };
  let depends = false;
  for (const question of trustQuestions(trust, identity.arn, asked)) {
    const evaluation = await evaluateTrust(context, question);
    depends ||= evaluation?.answer !== 'yes';
    if (evaluation?.answer !== 'no') continue;
    const denial = explainDenial({
      identityArn: identity.arn,
      roleArn: chosen.roleArn,
      said: '',
      trust: evaluation,
      ...(question.action === undefined ? {} : { action: question.action }),
    });
    return { says: 'will most likely refuse you. Why?', denial };
  }
  return depends ? unknown : { says: 'lets you in', denial: undefined };
};

const unknown: TrustOutlook = { says: 'may let you in: only AWS can tell', denial: undefined };
