import type { TrustAnswer } from './evaluateTrust';

/** Why a trust policy does not let somebody in for certain, as a clause; empty where it does. */
export function explainTrust({ because, clauses, keys }: TrustAnswer, who: string): string {
  switch (because) {
    case 'allowed':
      return '';
    case 'denied':
      return `a Deny statement of its trust policy refuses ${who}`;
    case 'principal':
      return `its trust policy does not name ${who}`;
    case 'action':
      return `its trust policy names ${who}, but not for sts:AssumeRole`;
    case 'condition':
      return `its trust policy asks ${who} for what it never sends (${listed(clauses.map(({ key }) => key))})`;
    case 'open':
      return keys.length === 0
        ? `its trust policy names principals of which only AWS knows whether they include ${who}`
        : `it depends on the condition ${listed(keys)}`;
    case 'unreadable':
      return 'its trust policy cannot be read';
  }
}

function listed(keys: readonly string[]): string {
  return [...new Set(keys)].join(', ');
}
