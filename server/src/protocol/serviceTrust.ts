/** Request from client to server: may a service assume the roles with these trust policies? */
export const serviceTrust = 'trustwright/serviceTrust';

export interface ServiceTrustParams {
  /** Trust policies as JSON texts; one answer each, in their order. */
  readonly policies: readonly string[];
  /** Service principals that stand for the same service, as in China: one that is let in is enough. */
  readonly services: readonly string[];
}

export interface TrustVerdict {
  readonly answer: 'yes' | 'no' | 'depends';
  /** Why, as a clause without a full stop: `its trust policy does not name ec2.amazonaws.com`. Empty for yes. */
  readonly reason: string;
}
