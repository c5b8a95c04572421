import type { SeveritySetting } from '../../protocol/settings';
import type { Catalog } from '../catalog/catalog';
import type { PolicyDocument } from '../model/policyDocument';
import type { Statement } from '../model/statement';
import { actionLookup } from './actionLookup';
import {
  type Check,
  type CheckContext,
  defaultSeverity,
  type Finding,
  type KindOfPolicy,
  type Place,
  type Severity,
} from './check';

type Hook = 'document' | 'statement' | 'action' | 'resource' | 'principal' | 'block' | 'clause';
interface ActiveCheck {
  readonly check: Check;
  readonly severity: Severity;
  /** A setting asks for the severity. */
  readonly told: boolean;
}
type Plan = Record<Hook, readonly ActiveCheck[]>;

/**
 * Makes a function that checks policies with the given checks. Checks that a setting turns off, or that are
 * about other kinds of policy, cost nothing.
 */
export function createCheckRunner(
  checks: readonly Check[],
  catalog: Catalog,
  severities: Readonly<Record<string, SeveritySetting>> = {},
) {
  const plans = new Map<string, Plan>();
  const meaningOf = actionLookup(catalog);
  return (policy: PolicyDocument, kind: KindOfPolicy): Finding[] => {
    let plan = plans.get(kind.kind);
    if (!plan) plans.set(kind.kind, (plan = makePlan(checks, kind, severities)));
    return new Run(policy, kind, catalog, meaningOf, plan).findings();
  };
}

function makePlan(
  checks: readonly Check[],
  kind: KindOfPolicy,
  severities: Readonly<Record<string, SeveritySetting>>,
): Plan {
  const active = checks.flatMap((check): ActiveCheck[] => {
    const setting = severities[check.code];
    const severity = setting ?? defaultSeverity(check);
    const told = setting !== undefined;
    return severity === 'off' || !isAbout(check, kind) ? [] : [{ check, severity, told }];
  });
  const having = (hook: Hook) => active.filter(({ check }) => hook in check);
  return {
    document: having('document'),
    statement: having('statement'),
    action: having('action'),
    resource: having('resource'),
    principal: having('principal'),
    block: having('block'),
    clause: having('clause'),
  };
}

function isAbout(check: Check, { kind }: KindOfPolicy): boolean {
  if (check.kinds === 'all' || check.kinds.includes(kind)) return true;
  return (kind === 'boundary' || kind === 'session') && check.kinds.includes('identity');
}

/** One pass over one policy. */
class Run implements CheckContext {
  readonly kind;
  readonly certain;
  readonly resourceType?: string;
  private readonly found: Finding[] = [];
  private current!: ActiveCheck;

  constructor(
    readonly policy: PolicyDocument,
    kind: KindOfPolicy,
    readonly catalog: Catalog,
    readonly meaningOf: CheckContext['meaningOf'],
    private readonly plan: Plan,
  ) {
    this.kind = kind.kind;
    this.certain = kind.certain;
    if (kind.resourceType !== undefined) this.resourceType = kind.resourceType;
  }

  findings(): Finding[] {
    for (this.current of this.plan.document) this.current.check.document!(this.policy, this);
    for (const statement of this.policy.statements) this.visit(statement);
    return this.found;
  }

  private visit(statement: Statement): void {
    const { plan } = this;
    for (this.current of plan.statement) this.current.check.statement!(statement, this);
    for (const action of statement.actions) {
      for (this.current of plan.action) this.current.check.action!(action, statement, this);
    }
    for (const resource of statement.resources) {
      for (this.current of plan.resource) this.current.check.resource!(resource, statement, this);
    }
    for (const principal of statement.principals) {
      for (this.current of plan.principal) this.current.check.principal!(principal, statement, this);
    }
    for (const block of statement.conditionBlocks) {
      for (this.current of plan.block) this.current.check.block!(block, statement, this);
    }
    for (const clause of statement.conditionClauses) {
      for (this.current of plan.clause) this.current.check.clause!(clause, statement, this);
    }
  }

  report: CheckContext['report'] = (where, message, extra) => {
    const places = Array.isArray(where) ? (where as readonly Place[]) : [where as Place];
    const ranges = places.map((place) => ('range' in place ? place.range : place));
    const { check, severity, told } = this.current;
    const finding = { code: check.code, severity, message, ranges, ...extra };
    this.found.push(told ? { ...finding, severity } : finding);
  };
}
