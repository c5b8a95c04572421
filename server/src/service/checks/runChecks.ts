import type { PolicyKind, SeveritySetting } from '../../protocol/settings';
import type { Catalog } from '../catalog/catalog';
import { PolicyDocument } from '../model/policyDocument';
import type { Statement } from '../model/statement';
import { actionLookup } from './actionLookup';
import {
  type Check,
  type CheckContext,
  type Finding,
  type KindOfPolicy,
  type Limits,
  type Place,
  usualLimits,
} from './check';
import { unsettled } from './actionPlans';
import type { ActiveCheck } from './activeCheck';
import { makePlan, type Plan } from './plan';
import { presumesTooMuch } from './presumptions';

/**
 * Makes a function that checks policies with the given checks. Checks that a setting turns off, or that are
 * about other kinds of policy, cost nothing.
 */
export function createCheckRunner(
  checks: readonly Check[],
  catalog: Catalog,
  severities: Readonly<Record<string, SeveritySetting>> = {},
  limits: Limits = usualLimits,
) {
  const plans = new Map<string, Plan>();
  const meaningOf = actionLookup(catalog);
  const runner = new Runner(catalog, meaningOf, limits);
  return (policy: PolicyDocument, kind: KindOfPolicy): Finding[] => {
    let plan = plans.get(kind.kind);
    if (!plan) plans.set(kind.kind, (plan = makePlan(checks, catalog, meaningOf, kind, severities)));
    return runner.run(policy, kind, plan);
  };
}

const nothing = new PolicyDocument(undefined, [], { withoutWhitespace: 0, all: 0 });

/**
 * Checks one policy after the other. One object does so for all of them: with a `report` of its own for each policy
 * the engine keeps every policy until its next full collection, which makes collecting dearer than checking.
 */
class Runner implements CheckContext {
  policy = nothing;
  kind: PolicyKind = 'identity';
  certain = false;
  resourceType: string | undefined;
  private found: Finding[] = [];
  private plan!: Plan;
  private current!: ActiveCheck;

  constructor(
    readonly catalog: Catalog,
    readonly meaningOf: CheckContext['meaningOf'],
    readonly limits: Limits,
  ) {}

  run(policy: PolicyDocument, { kind, certain, resourceType }: KindOfPolicy, plan: Plan): Finding[] {
    this.policy = policy;
    this.kind = kind;
    this.certain = certain;
    this.resourceType = resourceType;
    this.plan = plan;
    this.found = [];
    try {
      return this.findings();
    } finally {
      this.policy = nothing;
      this.found = [];
    }
  }

  private findings(): Finding[] {
    const { plan, policy } = this;
    const marks = policy.statements.map(({ actions }) => plan.actions.marksOf(actions));
    const allMarks = marks.reduce((all, one) => all | one, 0);
    for (const active of plan.document) {
      if (active.seeks !== (active.seeks & allMarks)) continue;
      this.current = active;
      active.check.document!(policy, this);
    }
    policy.statements.forEach((statement, index) => this.visit(statement, marks[index]!));
    return this.found;
  }

  /** @param marks of the statement's actions */
  private visit(statement: Statement, marks: number): void {
    const { plan, policy } = this;
    for (const active of plan.forStatement(statement, policy)) {
      if (active.seeks !== (active.seeks & marks)) continue;
      this.current = active;
      active.check.statement!(statement, this);
    }
    if (marks & unsettled) this.visitActions(statement);
    this.visitResources(statement);
    this.visitPartialTexts(statement);
    if (statement.principals.length > 0) this.visitPrincipals(statement);
    if (statement.conditionBlocks.length > 0) {
      this.visitBlocks(statement);
      this.visitClauses(statement);
    }
  }

  private visitActions(statement: Statement): void {
    const from = this.found.length;
    const { actions: plans } = this.plan;
    for (const action of statement.actions) {
      const checks = plans.checksFor(action);
      const before = this.found.length;
      for (const active of checks) {
        this.current = active;
        active.check.action!(action, statement, this);
      }
      if (checks.length > 0 && this.found.length === before) plans.foundGood(action);
    }
    this.inOrder(from);
  }

  private visitResources(statement: Statement): void {
    const from = this.found.length;
    const { checksFor, foundGood } = this.plan.resource;
    for (const resource of statement.resources) {
      const checks = checksFor(resource);
      const before = this.found.length;
      for (const active of checks) {
        this.current = active;
        active.check.resource!(resource, statement, this);
      }
      if (checks.length > 0 && this.found.length === before) foundGood(resource);
    }
    this.inOrder(from);
  }

  private visitPartialTexts(statement: Statement): void {
    const from = this.found.length;
    for (const action of statement.partialActions) {
      for (const active of this.plan.partialAction) {
        this.current = active;
        active.check.partialAction!(action, statement, this);
      }
    }
    for (const resource of statement.partialResources) {
      for (const active of this.plan.partialResource) {
        this.current = active;
        active.check.partialResource!(resource, statement, this);
      }
    }
    for (const principal of statement.partialPrincipals) {
      for (const active of this.plan.partialPrincipal) {
        this.current = active;
        active.check.partialPrincipal!(principal, statement, this);
      }
    }
    this.inOrder(from);
  }

  private visitPrincipals(statement: Statement): void {
    const from = this.found.length;
    for (const principal of statement.principals) {
      for (const active of this.plan.principal) {
        this.current = active;
        active.check.principal!(principal, statement, this);
      }
    }
    this.inOrder(from);
  }

  private visitBlocks(statement: Statement): void {
    const from = this.found.length;
    for (const block of statement.conditionBlocks) {
      for (const active of this.plan.forBlock(block)) {
        this.current = active;
        active.check.block!(block, statement, this);
      }
    }
    this.inOrder(from);
  }

  private visitClauses(statement: Statement): void {
    const from = this.found.length;
    for (const clause of statement.conditionClauses) {
      for (const active of this.plan.forClause(clause)) {
        this.current = active;
        active.check.clause!(clause, statement, this);
      }
    }
    this.inOrder(from);
  }

  /** Findings of like parts stand in the order of the checks, not of the parts. */
  private inOrder(from: number): void {
    if (this.found.length - from < 2) return;
    const { order } = this.plan;
    const added = this.found.splice(from);
    added.sort((a, b) => order.get(a.code)! - order.get(b.code)!);
    for (const finding of added) this.found.push(finding);
  }

  isSought: CheckContext['isSought'] = (action) => this.plan.actions.isSoughtBy(this.current, action);

  report: CheckContext['report'] = (where, message, extra) => {
    const places = Array.isArray(where) ? (where as readonly Place[]) : [where as Place];
    const ranges = places.map((place) => ('range' in place ? place.range : place));
    const { check, severity, told } = this.current;
    if (check.presumes && presumesTooMuch(check.presumes, ranges, this.policy)) return;
    const finding = { code: check.code, severity, message, ranges, ...extra };
    this.found.push(told ? { ...finding, severity } : finding);
  };
}
