import { mayBePolicy } from '../../kinds/recognise';
import { isCalledPolicy, openPolicy } from '../../policyFile';
import type { Host } from '../host';

/** JSON texts that are one policy from the first brace to the last. */
export const jsonPolicyHost: Host = {
  languages: new Set(['json', 'jsonc', 'iam-policy', 'iam-policy-live']),
  mayHold: (source) => isCalledPolicy(source) || mayBePolicy(source.text),
  read(source) {
    const policy = openPolicy(source);
    return policy && { host: jsonPolicyHost, policies: [policy] };
  },
};
