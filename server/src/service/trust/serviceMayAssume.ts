import type { TrustVerdict } from '../../protocol/serviceTrust';
import { readJson } from '../readers/json';
import { evaluateTrust, type TrustAnswer } from './evaluateTrust';
import { explainTrust } from './explainTrust';

/**
 * Whether a service may assume the role with this trust policy, by any of its names.
 * @param text the trust policy's JSON
 * @param services at least one service principal; the names of one service
 */
export function serviceMayAssume(text: string, services: readonly string[]): TrustVerdict {
  const policy = readJson(text, { comments: false });
  const answers = services.map((name) => {
    const found = evaluateTrust(policy, { requester: { type: 'service', name } });
    return { found, name };
  });
  const best = answers.sort((a, b) => ranks[a.found.answer] - ranks[b.found.answer])[0];
  if (best === undefined) return { answer: 'depends', reason: 'nobody was named' };
  return { answer: best.found.answer, reason: explainTrust(best.found, best.name) };
}

const ranks: Record<TrustAnswer['answer'], number> = { yes: 0, depends: 1, no: 2 };
