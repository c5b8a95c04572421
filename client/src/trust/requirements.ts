import { readTrust, speaksOfAssumeRole, type TrustCondition, type TrustStatement } from './document';

/** What a person must bring to AssumeRole beyond their credentials. */
export interface AssumeRequirements {
  /** Whether an external id must be given, and which where the policy names exactly one. */
  readonly externalId: { readonly value: string | undefined } | undefined;
  readonly mfa: boolean;
}

/**
 * Reads from a trust policy what every way in for accounts, users and roles asks for. Where one way asks for less, or
 * the policy cannot be read, nothing is required here and AWS decides.
 */
export const assumeRequirements = (text: string | undefined): AssumeRequirements => {
  const ways = (readTrust(text)?.statements ?? []).filter(isWayInForAws);
  if (ways.length === 0) return { externalId: undefined, mfa: false };
  return {
    externalId: ways.every((way) => externalIds(way) !== undefined) ? { value: theOnly(ways) } : undefined,
    mfa: ways.every((way) => way.conditions.some(demandsMfa)),
  };
};

const isWayInForAws = (statement: TrustStatement): boolean =>
  statement.allow &&
  speaksOfAssumeRole(statement) === true &&
  (statement.principals?.some(({ type }) => type === 'AWS' || type === '*') ?? true);

const externalIds = ({ conditions }: TrustStatement): readonly string[] | undefined =>
  conditions.find(
    ({ operator, key }) => key === 'sts:externalid' && /^String(Equals|Like)(IgnoreCase)?$/i.test(operator),
  )?.values;

const theOnly = (ways: readonly TrustStatement[]): string | undefined => {
  const values = new Set(ways.flatMap((way) => externalIds(way) ?? []));
  const [value] = values;
  return values.size === 1 && value !== undefined && !/[*?$]/.test(value) ? value : undefined;
};

const demandsMfa = ({ operator, key, values }: TrustCondition): boolean =>
  (key === 'aws:multifactorauthpresent' &&
    /^Bool$/i.test(operator) &&
    values.every((value) => value === 'true')) ||
  (key === 'aws:multifactorauthage' && /^Numeric(LessThan|LessThanEquals)$/i.test(operator));
