/**
 * A trust policy as far as the sidebar reads it. Reading is all or nothing: what is not understood makes the whole
 * document unreadable, so that no conclusion is drawn from half of it.
 */
export interface TrustDocument {
  readonly statements: readonly TrustStatement[];
}

export interface TrustStatement {
  readonly allow: boolean;
  /** Lower-cased action patterns; `undefined` where the statement says NotAction. */
  readonly actions: readonly string[] | undefined;
  /** `undefined` where the statement says NotPrincipal. */
  readonly principals: readonly TrustPrincipal[] | undefined;
  /** Operator, key and values of each condition; the key lower-cased, as keys are compared without case. */
  readonly conditions: readonly TrustCondition[];
}

export interface TrustPrincipal {
  readonly type: 'AWS' | 'Service' | 'Federated' | 'CanonicalUser' | '*';
  readonly value: string;
}

export interface TrustCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** Reads a trust policy's JSON; undefined where it cannot be read with certainty. */
export const readTrust = (text: string | undefined): TrustDocument | undefined => {
  if (text === undefined) return undefined;
  try {
    const { Statement: statement } = object(JSON.parse(text));
    return { statements: list(statement).map(readStatement) };
  } catch {
    return undefined;
  }
};

const readStatement = (value: unknown): TrustStatement => {
  const statement = object(value);
  const effect = statement.Effect;
  if (effect !== 'Allow' && effect !== 'Deny') throw new Error('unknown effect');
  return {
    allow: effect === 'Allow',
    actions:
      'NotAction' in statement
        ? undefined
        : list(statement.Action).map((action) => text(action).toLowerCase()),
    principals: 'NotPrincipal' in statement ? undefined : readPrincipals(statement.Principal),
    conditions: readConditions(statement.Condition),
  };
};

const readPrincipals = (value: unknown): TrustPrincipal[] => {
  if (value === '*') return [{ type: '*', value: '*' }];
  return Object.entries(object(value)).flatMap(([type, values]) => {
    if (!isPrincipalType(type)) throw new Error('unknown principal type');
    return list(values).map((item) => ({ type, value: text(item) }));
  });
};

const isPrincipalType = (type: string): type is Exclude<TrustPrincipal['type'], '*'> =>
  ['AWS', 'Service', 'Federated', 'CanonicalUser'].includes(type);

const readConditions = (value: unknown): TrustCondition[] =>
  value === undefined
    ? []
    : Object.entries(object(value)).flatMap(([operator, keys]) =>
        Object.entries(object(keys)).map(([key, values]) => ({
          operator,
          key: key.toLowerCase(),
          values: list(values).map((item) => (typeof item === 'string' ? item : JSON.stringify(item))),
        })),
      );

const object = (value: unknown): Record<string, unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not an object');
  return value as Record<string, unknown>;
};

const list = (value: unknown): unknown[] => {
  if (value === undefined) throw new Error('missing');
  return Array.isArray(value) ? value : [value];
};

const text = (value: unknown): string => {
  if (typeof value !== 'string') throw new Error('not a string');
  return value;
};

/** Whether a statement speaks of `sts:AssumeRole`; undefined where it says so the other way round, by NotAction. */
export const speaksOfAssumeRole = ({ actions }: TrustStatement): boolean | undefined =>
  actions?.some((pattern) => matches(pattern, 'sts:assumerole'));

/**
 * IAM's wildcards: `*` for any run of characters, `?` for one. Goes back to the last star only, so that its time is
 * bounded by the product of the lengths whatever a policy contains.
 */
const matches = (pattern: string, text: string): boolean => {
  let [at, from, star, taken] = [0, 0, -1, 0];
  while (from < text.length) {
    if (pattern[at] === '*') {
      star = at++;
      taken = from;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[from])) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++taken;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
};
