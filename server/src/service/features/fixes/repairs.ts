import { adds, onlyAssumeActions, rightAssumeAction } from './actions';
import { rightAction, separated } from './actionText';
import { accountOfOthers, anyAccount, anyRegion, arnBeginning, missingFields } from './arns';
import { prefixedKey, providerArn, rangeOfAddresses } from './conditionText';
import {
  aboutServices,
  knownSource,
  passedTo,
  claim,
  dynamodbSelect,
  either,
  externalId,
  presence,
  samlAudience,
  sourceAccount,
} from './conditions';
import {
  addsElement,
  currentVersion,
  missingAction,
  missingPrincipal,
  otherSids,
  replacesPrincipal,
} from './elements';
import type { FixMaker } from './fix';
import {
  arnOperator,
  fittingOperator,
  likeOperator,
  mfaOperator,
  missingOperator,
  nullInstead,
  otherKey,
  withoutSet,
  withSet,
} from './operators';
import { accountWithCondition, fullServiceName, meantPrincipal } from './principals';
import { removes, removesCondition, removesItem, removesStatement } from './removal';
import { ownStatement } from './split';
import {
  allStrings,
  dateWithHyphens,
  decisiveNumber,
  isoDate,
  joinedKeys,
  rightType,
  trueOrFalse,
} from './values';
import { plainCharacters } from './characters';
import { closingBrace, escapedVariable, noEmptyVariable, noSpaces, quotedDefault } from './variables';

/**
 * The repairs by finding code. What a finding tells by its data (texts in place of the wrong one, places that can go)
 * needs no entry.
 */
export const repairs: Readonly<Record<string, FixMaker>> = {
  // Structure
  DATA_TYPE_MISMATCH: rightType,
  MISSING_VERSION: currentVersion,
  OLD_VERSION: currentVersion,
  MISSING_EFFECT: addsElement('Effect', 'Allow', 'Deny'),
  MISSING_ACTION: missingAction,
  MISSING_RESOURCE: addsElement('Resource', '*'),
  MISSING_PRINCIPAL: missingPrincipal,
  UNSUPPORTED_PRINCIPAL: removes('Remove: policies of users, groups and roles name no principal'),
  EMPTY_SID_VALUE: removes('Remove the empty Sid'),
  UNSUPPORTED_CHARACTER: plainCharacters,
  UNIQUE_SIDS_REQUIRED: otherSids,
  UNIQUE_SIDS_RECOMMENDED: otherSids,
  DUPLICATE_KEY: joinedKeys,
  EMPTY_OBJECT_CONDITION: removesCondition('Remove the empty condition'),

  // Actions and resources
  INVALID_ACTION: rightAction,
  SPACE_OR_EMPTY_NAME_IN_ACTION: separated,
  INVALID_ARN_PREFIX: arnBeginning,
  MISSING_REQUIRED_RESOURCE: adds('Resource'),
  MISSING_DEPENDENT_ACTION: adds('Action'),
  MISSING_ACTION_FOR_CONDITION_KEY: adds('Action'),
  ACTION_RESOURCE_MISMATCH: ownStatement,
  PASS_ROLE_WITH_STAR_IN_RESOURCE: passedTo,
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE: passedTo,
  UNSUPPORTED_ACTION_IN_POLICY: removesItem('Remove: it has no place in the policy of this resource'),
  INVALID_ARN_ACCOUNT: accountOfOthers,
  MISSING_ARN_REGION: anyRegion,
  MISSING_ARN_ACCOUNT: anyAccount,
  MISSING_ARN_FIELD: missingFields,

  // Principals and trust
  INVALID_PRINCIPAL_FORMAT: meantPrincipal,
  UNKNOWN_SERVICE_PRINCIPAL: meantPrincipal,
  UNSUPPORTED_WILDCARD_IN_PRINCIPAL: accountWithCondition,
  ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL: accountWithCondition,
  RCP_SYNTAX_ERROR_PRINCIPAL: replacesPrincipal('*', 'Change to "*"'),
  SCP_SYNTAX_ERROR_PRINCIPAL: removes('Remove: a service control policy names no principal'),
  ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE: removes('Remove: a trust policy is about its own role'),
  INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY: providerArn,
  MISMATCHED_ACTION_FOR_PRINCIPAL: rightAssumeAction,
  TRUST_POLICY_ACTION_NOT_STS: onlyAssumeActions,
  MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY: adds('Action'),
  REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY: removes('Remove: the role is named already'),
  MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL: either(claim('sub'), claim('aud')),
  MISSING_GITHUB_REPO_CONDITION_KEY: claim('sub'),
  MISSING_SUBJECT_CONDITION: claim('sub'),
  MISSING_AUDIENCE_CONDITION: claim('aud'),
  MISSING_SAML_AUDIENCE_CONDITION: samlAudience,
  CROSS_ACCOUNT_TRUST_WITHOUT_EXTERNAL_ID: externalId,
  MISSING_CONFUSED_DEPUTY_CONDITION: sourceAccount,
  RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL: sourceAccount,
  RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL: sourceAccount,
  RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY: aboutServices('false', 'BoolIfExists'),
  RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY: aboutServices('true', 'Bool'),
  RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK: knownSource,

  // Conditions
  INVALID_CONDITION_OPERATOR: missingOperator,
  PRIVATE_IP_ADDRESS: otherKey('aws:VpcSourceIp'),
  INVALID_SERVICE_PRINCIPAL_FORMAT: fullServiceName,
  INVALID_CONDITION_KEY_FORMAT: prefixedKey,
  TYPE_MISMATCH_IP_RANGE: rangeOfAddresses,
  TYPE_MISMATCH_BOOLEAN: trueOrFalse,
  TYPE_MISMATCH_DATE: dateWithHyphens,
  MISSING_QUALIFIER: withSet,
  FORALLVALUES_WITH_SINGLE_VALUED_KEY: withoutSet,
  FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE: withoutSet,
  CONFIRM_AUDIENCE_CLAIM_TYPE: withoutSet,
  TYPE_MISMATCH: fittingOperator,
  STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS: arnOperator,
  WILDCARD_WITHOUT_LIKE_OPERATOR: likeOperator,
  EQUIVALENT_TO_NULL_FALSE: nullInstead('false'),
  EQUIVALENT_TO_NULL_TRUE: nullInstead('true'),
  FORALLVALUES_WITHOUT_NULL_CHECK: presence,
  UNRELIABLE_MFA_CONDITION: mfaOperator,
  DYNAMODB_ATTRIBUTES_WITHOUT_SELECT: dynamodbSelect,
  DUPLICATE_KEYS_WITH_DIFFERENT_CASE: joinedKeys,
  INVALID_CONDITION_DATA_TYPE: allStrings,
  INVALID_DATE_VALUE: isoDate,
  REDUNDANT_CONDITION_VALUE_NUM: decisiveNumber,
  REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION: removesCondition('Remove the condition: it is always met'),

  REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION: removesStatement(
    'Remove the statement: its condition is never met',
  ),

  // Policy variables
  VARIABLE_NOT_ESCAPED: escapedVariable,
  MISSING_BRACE_IN_VARIABLE: closingBrace,
  EMPTY_VARIABLE: noEmptyVariable,
  UNSUPPORTED_SPACE_IN_VARIABLE: noSpaces,
  MISSING_QUOTE_IN_VARIABLE: quotedDefault,
  VARIABLE_UNSUPPORTED_IN_VERSION: currentVersion,
};

/** Findings whose repair leaves the meaning of the policy as it was, so that it may be made without a look at it. */
export const harmless: ReadonlySet<string> = new Set([
  'EMPTY_SID_VALUE',
  'EMPTY_OBJECT_CONDITION',
  'IMPROVE_IP_RANGE',
  'INVALID_ARN_SERVICE_CASE',
  'INVALID_CONDITION_DATA_TYPE',
  'MISSING_BRACE_IN_VARIABLE',
  'NULL_WITH_IF_EXISTS',
  'NULL_WITH_QUALIFIER',
  'REDUNDANT_ACTION',
  'REDUNDANT_CONDITION_VALUE_NUM',
  'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION',
  'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY',
  'REDUNDANT_RESOURCE',
  'REDUNDANT_STATEMENT',
  'UNIQUE_SIDS_REQUIRED',
  'UNSUPPORTED_SID',
]);
