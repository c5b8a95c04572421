import type { EvaluateTrust } from '../../../client/src/state/trustVerdicts';
import { serviceMayAssume } from '../../../server/src/service';

/** The server's trust evaluation without a server between. */
export const evaluateTrust: EvaluateTrust = ({ policies, services }) =>
  Promise.resolve(policies.map((text) => serviceMayAssume(text, services)));
