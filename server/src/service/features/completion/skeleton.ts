import type { KindOfPolicy } from '../../checks/check';
import { choice, stop, type Template } from './snippet';

/** A statement with the elements that a policy of the kind needs, to be filled in. */
export function statementOf({ kind }: KindOfPolicy): Template {
  if (kind === 'trust') return { Effect: 'Allow', Principal: { Service: stop(1) }, Action: 'sts:AssumeRole' };
  if (kind === 'resource')
    return { Effect: effect, Principal: { AWS: stop(2) }, Action: stop(3), Resource: stop(4) };
  if (kind === 'rcp') return { Effect: 'Deny', Principal: '*', Action: stop(1), Resource: '*' };
  return { Effect: effect, Action: [stop(2)], Resource: [stop(3)] };
}

const effect = choice(1, ['Allow', 'Deny']);
