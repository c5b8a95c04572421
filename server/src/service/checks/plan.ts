import type { SeveritySetting } from '../../protocol/settings';
import type { Catalog } from '../catalog/catalog';
import type { ConditionOperator } from '../iam/operators';
import type { ConditionBlock, ConditionClause } from '../model/condition';
import type { PolicyDocument } from '../model/policyDocument';
import type { Statement } from '../model/statement';
import type { ResourcePattern } from '../model/resource';
import { rememberByNumber, rememberByText } from '../remember';
import type { MeaningOf } from './actionLookup';
import { ActionPlans, seekerBit } from './actionPlans';
import type { ActiveCheck } from './activeCheck';
import { type Check, defaultSeverity, type KindOfPolicy } from './check';
import { maskOf, traitsOf } from './statementTraits';

type Hook = keyof Pick<
  Check,
  | 'document'
  | 'statement'
  | 'action'
  | 'partialAction'
  | 'resource'
  | 'partialResource'
  | 'partialPrincipal'
  | 'principal'
  | 'block'
  | 'clause'
>;

/** Which checks to call for a resource. */
export interface ResourcePlan {
  /** All of them, or for a string that was found good those that look at more than the text. */
  readonly checksFor: (resource: ResourcePattern) => readonly ActiveCheck[];
  /** Remembers that no check had anything to say of the string. */
  readonly foundGood: (resource: ResourcePattern) => void;
}

/**
 * Which checks to call where, for policies of one kind under the same settings. What a statement or a condition
 * looks like decides once which checks could have something to say of its like.
 */
export class Plan {
  readonly document: readonly ActiveCheck[];
  readonly actions: ActionPlans;
  readonly resource: ResourcePlan;
  readonly partialAction: readonly ActiveCheck[];
  readonly partialResource: readonly ActiveCheck[];
  readonly partialPrincipal: readonly ActiveCheck[];
  readonly principal: readonly ActiveCheck[];
  /** Places of the checks among all, by code. */
  readonly order: ReadonlyMap<string, number>;
  private readonly statement: readonly ActiveCheck[];
  private readonly byTraits = new Map<number, readonly ActiveCheck[]>();
  private readonly blockChecks: HeadPlan;
  private readonly clauseChecks: HeadPlan;

  constructor(active: readonly ActiveCheck[], catalog: Catalog, meaningOf: MeaningOf) {
    const having = (hook: Hook) => active.filter(({ check }) => hook in check);
    this.order = new Map(active.map(({ check }, index) => [check.code, index]));
    this.document = having('document');
    this.statement = having('statement');
    const seekers = active.filter(({ seeks }) => seeks !== 0);
    this.actions = new ActionPlans(having('action'), seekers, meaningOf);
    this.resource = resourcePlan(having('resource'));
    this.partialAction = having('partialAction');
    this.partialResource = having('partialResource');
    this.partialPrincipal = having('partialPrincipal');
    this.principal = having('principal');
    this.blockChecks = headPlan(having('block'), catalog);
    this.clauseChecks = headPlan(having('clause'), catalog);
  }

  forStatement(statement: Statement, policy: PolicyDocument): readonly ActiveCheck[] {
    const traits = traitsOf(statement, policy);
    let checks = this.byTraits.get(traits);
    if (!checks) {
      checks = this.statement.filter(({ mask }) => (traits & mask) === mask);
      this.byTraits.set(traits, checks);
    }
    return checks;
  }

  forBlock({ operator }: ConditionBlock): readonly ActiveCheck[] {
    return this.blockChecks(operator, '');
  }

  forClause({ operator, lowerKey }: ConditionClause): readonly ActiveCheck[] {
    return this.clauseChecks(operator, lowerKey);
  }
}

/** The checks that a policy of the kind needs under the settings. Those that are turned off cost nothing. */
export function makePlan(
  checks: readonly Check[],
  catalog: Catalog,
  meaningOf: MeaningOf,
  kind: KindOfPolicy,
  severities: Readonly<Record<string, SeveritySetting>>,
): Plan {
  let seekers = 0;
  const active = checks.flatMap((check): ActiveCheck[] => {
    const setting = severities[check.code];
    const severity = setting ?? defaultSeverity(check);
    if (severity === 'off' || !isAbout(check, kind)) return [];
    const mask = maskOf(check.needs ?? []);
    const seeks = check.seeks ? seekerBit(seekers++) : 0;
    return [{ check, severity, told: setting !== undefined, mask, seeks }];
  });
  return new Plan(active, catalog, meaningOf);
}

function isAbout(check: Check, { kind }: KindOfPolicy): boolean {
  if (check.kinds === 'all' || check.kinds.includes(kind)) return true;
  return (kind === 'boundary' || kind === 'session') && check.kinds.includes('identity');
}

function resourcePlan(all: readonly ActiveCheck[]): ResourcePlan {
  const wider = all.filter(({ check }) => !check.restsOnText);
  const stateOf = rememberByNumber<ResourcePattern['said'], { checks: readonly ActiveCheck[] }>(() => ({
    checks: all,
  }));
  return {
    checksFor: ({ said }) => stateOf(said).checks,
    foundGood: ({ said }) => (stateOf(said).checks = wider),
  };
}

type HeadPlan = (operator: ConditionOperator | undefined, lowerKey: string) => readonly ActiveCheck[];

/** Remembers for each operator, by its object, the checks by key. */
function headPlan(checks: readonly ActiveCheck[], catalog: Catalog): HeadPlan {
  const plans = new Map<ConditionOperator | undefined, (lowerKey: string) => readonly ActiveCheck[]>();
  const limit = 2000;
  return (operator, lowerKey) => {
    let plan = plans.get(operator);
    if (!plan) {
      plan = rememberByText(
        (key) => checks.filter(({ check }) => check.concerns?.({ operator, lowerKey: key }, catalog) ?? true),
        limit,
      );
      if (plans.size >= limit) plans.clear();
      plans.set(operator, plan);
    }
    return plan(lowerKey);
  };
}
