import type { PolicyKind, SeveritySetting } from '../../protocol/settings';
import type { Catalog } from '../catalog/catalog';
import type { ConditionOperator } from '../iam/operators';
import type { ActionName, ActionPattern } from '../model/action';
import type { ConditionBlock, ConditionClause } from '../model/condition';
import type { HasRange, OffsetRange } from '../model/nodes';
import type { PartialText } from '../model/partialText';
import type { PolicyDocument } from '../model/policyDocument';
import type { PartialPrincipal, PrincipalValue } from '../model/principal';
import type { ResourcePattern } from '../model/resource';
import type { Statement } from '../model/statement';
import type { Meaning } from './actionLookup';
import type { TemplateRepair } from './template/repair';
import type { StatementTrait } from './statementTraits';

/**
 * How IAM Access Analyzer sorts findings.
 * https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicyFinding.html
 */
export type FindingType = 'ERROR' | 'SECURITY_WARNING' | 'WARNING' | 'SUGGESTION';

export type Severity = Exclude<SeveritySetting, 'off'>;

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Where it is: one place, or every member of a group (never empty). */
  readonly ranges: readonly OffsetRange[];
  /** `unnecessary` text can go; `deprecated` text has a successor. */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** What a quick fix needs to know. */
  readonly data?: FindingData;
  /** Places that it rests on, with what is to be seen there. */
  readonly related?: readonly RelatedPlace[];
}

/** A place in the same text, or in another file of the module. */
export interface RelatedPlace {
  readonly range: OffsetRange;
  readonly message: string;
  /** Undefined: the same text. */
  readonly path?: string | undefined;
}

export interface FindingData {
  /** Texts that could stand in place of the text at the first range, best first. */
  readonly replacements?: readonly string[];
  /** Places that can go without a change of meaning. */
  readonly surplus?: readonly OffsetRange[];
  /** Texts that the list at hand lacks: actions, or resources. */
  readonly missing?: readonly string[];
  /** What would make the resources of a template fit together. */
  readonly template?: TemplateRepair;
}

/** What kind of policy is looked at, and whether somebody said so. */
export interface KindOfPolicy {
  readonly kind: PolicyKind;
  /** False when the kind was guessed from the policy's shape. */
  readonly certain: boolean;
  /** CloudFormation type of the resource that a resource policy belongs to: `AWS::S3::Bucket`. */
  readonly resourceType?: string | undefined;
}

/** What an account may have otherwise than the next one. */
export interface Limits {
  /** Characters of a trust policy, white space left out. */
  readonly trustPolicy: number;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length */
export const usualLimits: Limits = { trustPolicy: 2048 };

/** What a check can see. */
export interface CheckContext extends KindOfPolicy {
  readonly policy: PolicyDocument;
  readonly catalog: Catalog;
  readonly limits: Limits;
  /** What the catalog has for an action string: nothing can be said where its service is unknown or a pattern. */
  readonly meaningOf: (action: ActionPattern) => Meaning;
  /**
   * Whether the check that runs seeks the action, as its `seeks` says; true where it has none. A hook that goes through
   * actions passes by the others with this, sooner than by asking what each means.
   */
  readonly isSought: (action: ActionPattern) => boolean;
  /** Tells a finding at a node, a range, or every member of a group. */
  readonly report: (where: Place | readonly Place[], message: string, extra?: FindingExtra) => void;
}

export type Place = HasRange | OffsetRange;

export interface FindingExtra extends Pick<Finding, 'tag' | 'data'> {
  /** For a finding that is graver or slighter than the check's usual ones; a setting overrules it. */
  readonly severity?: Severity;
}

/** What stands before the values of a condition: all that many checks need to know to look away. */
export interface ClauseHead {
  readonly operator: ConditionOperator | undefined;
  /** Empty where an operator is asked about as a whole. */
  readonly lowerKey: string;
}

/**
 * One rule about policies. The walk visits every part of a policy once and calls the hooks of all checks
 * there; a check has the hooks it needs and remembers nothing between calls.
 */
export interface Check {
  /** Access Analyzer's name for the finding where it has one, else ours in the same style. */
  readonly code: string;
  readonly type: FindingType;
  /** Severity in an editor where it is not the usual one of the type. `off`: only runs when a setting asks for it. */
  readonly severity?: SeveritySetting;
  /** Kinds of policy the check is about; `identity` includes boundaries and session policies. */
  readonly kinds: 'all' | readonly PolicyKind[];
  /**
   * What it takes for missing must really be missing: it says nothing of a statement with a computed condition
   * (`conditions`), or where anything of the policy's statements is computed (`statements`).
   */
  readonly presumes?: 'conditions' | 'statements';
  /** One plain line for lists and pages. */
  readonly summary: string;
  /**
   * The statement hook has nothing to say of statements that lack one of these. As the next two it only spares
   * calls: a test holds what checks promise here against what they do.
   */
  readonly needs?: readonly StatementTrait[];
  /**
   * The statement hook has nothing to say of statements without an action for which this is true, nor the document hook
   * of such policies. Pure: it is asked once an action.
   */
  readonly seeks?: (action: ActionName, meaning: Meaning) => boolean;
  /** The hooks for clauses and blocks have nothing to say where this is false. Pure: it is asked once a pair. */
  readonly concerns?: (clause: ClauseHead, catalog: Catalog) => boolean;
  /**
   * What the hooks for actions and resources say rests on the text, the kind of policy and the catalog alone, so that a
   * text which was found good once is good everywhere in policies of the kind.
   */
  readonly restsOnText?: true;
  document?(policy: PolicyDocument, context: CheckContext): void;
  statement?(statement: Statement, context: CheckContext): void;
  action?(action: ActionPattern, statement: Statement, context: CheckContext): void;
  resource?(resource: ResourcePattern, statement: Statement, context: CheckContext): void;
  /** An action of which only parts are known: the rest is computed by the template around the policy. */
  partialAction?(action: PartialText, statement: Statement, context: CheckContext): void;
  /** The same for a resource. */
  partialResource?(resource: PartialText, statement: Statement, context: CheckContext): void;
  /** The same for a principal. */
  partialPrincipal?(principal: PartialPrincipal, statement: Statement, context: CheckContext): void;
  principal?(principal: PrincipalValue, statement: Statement, context: CheckContext): void;
  /** An operator of a Condition, with what stands under it. */
  block?(block: ConditionBlock, statement: Statement, context: CheckContext): void;
  /** A condition key under an operator. */
  clause?(clause: ConditionClause, statement: Statement, context: CheckContext): void;
}

const usualSeverity: Record<FindingType, Severity> = {
  ERROR: 'error',
  SECURITY_WARNING: 'warning',
  WARNING: 'warning',
  SUGGESTION: 'hint',
};

/** The severity of a check's findings before any setting. */
export function defaultSeverity(check: Check): SeveritySetting {
  return check.severity ?? usualSeverity[check.type];
}
