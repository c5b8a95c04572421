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
    for (const active of this.plan.document) {
      this.current = active;
      active.check.document!(this.policy, this);
    }
    for (const statement of this.policy.statements) this.visit(statement);
    return this.found;
  }

  private visit(statement: Statement): void {
    const { plan } = this;
    for (const active of plan.statement) {
      this.current = active;
      active.check.statement!(statement, this);
    }
    this.visitEach(plan.action, statement.actions, ({ check }, action) =>
      check.action!(action, statement, this),
    );
    this.visitEach(plan.resource, statement.resources, ({ check }, resource) =>
      check.resource!(resource, statement, this),
    );
    this.visitEach(plan.principal, statement.principals, ({ check }, principal) =>
      check.principal!(principal, statement, this),
    );
    this.visitEach(plan.block, statement.conditionBlocks, ({ check }, block) =>
      check.block!(block, statement, this),
    );
    this.visitEach(plan.clause, statement.conditionClauses, ({ check }, clause) =>
      check.clause!(clause, statement, this),
    );
  }

  private visitEach<Part>(
    checks: readonly ActiveCheck[],
    parts: readonly Part[],
    visit: (active: ActiveCheck, part: Part) => void,
  ): void {
    for (const active of checks) {
      this.current = active;
      for (const part of parts) visit(active, part);
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
