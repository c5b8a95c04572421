import type { TextEdit, Value } from '../../edits/edit';
import { type Names, namesIn } from '../../iam/namesInPolicy';
import { githubProvider, parseFederated } from '../../iam/principals';
import type { Statement } from '../../model/statement';
import { type Fix, fix, type FixMaker, type FixTarget } from './fix';

/** Adds a condition, to the operator that is there already where there is one. */
export function addCondition(
  { writer }: Pick<FixTarget, 'writer'>,
  statement: Statement,
  operator: string,
  entries: Readonly<Record<string, Value>>,
): TextEdit[] | undefined {
  const condition = statement.value('Condition');
  if (!statement.element('Condition'))
    return writer.addEntry(statement.node, 'Condition', { [operator]: entries });
  if (condition?.kind !== 'object') return undefined;
  const block = statement.conditionBlocks.find(({ operatorNode }) => operatorNode.text === operator);
  if (!block) return writer.addEntry(condition, operator, entries);
  const object = block.entry.value;
  const taken = block.clauses.map(({ lowerKey }) => lowerKey);
  if (object?.kind !== 'object' || Object.keys(entries).some((key) => taken.includes(key.toLowerCase())))
    return undefined;
  // Entries go in one by one; all but the last follow it, so together they stand in the order given.
  const [only, ...others] = Object.entries(entries);
  return only && others.length === 0 ? writer.addEntry(object, only[0], only[1]) : undefined;
}

type Wanted = (target: FixTarget, names: Names) => Readonly<Record<string, Value>> | undefined;

/** A repair that adds a condition with values to be filled in, named for what it asks. */
export function addsCondition(asks: string, wanted: Wanted, operator = 'StringEquals'): FixMaker {
  return (target) => {
    const entries = target.statement && wanted(target, namesIn(target.policy, undefined));
    return fix(
      `Add a condition on ${asks}`,
      entries && addCondition(target, target.statement, operator, entries),
    );
  };
}

const exampleAccount = '111122223333';

function accountOf({ account }: Names): string {
  return account === '*' ? exampleAccount : account;
}

/** Services to which a role is passed by their actions, lower case. */
const passing: readonly (readonly [prefix: string, names: RegExp, principal: string])[] = [
  ['ec2', /^(runinstances|(associate|replace)iaminstanceprofile)/, 'ec2.amazonaws.com'],
  ['lambda', /^(create|update)function/, 'lambda.amazonaws.com'],
  ['ecs', /^(registertaskdefinition|runtask|createservice)$/, 'ecs-tasks.amazonaws.com'],
  ['states', /^(create|update)statemachine$/, 'states.amazonaws.com'],
  ['cloudformation', /^(create|update)stack$/, 'cloudformation.amazonaws.com'],
  ['codebuild', /^(create|update)project$/, 'codebuild.amazonaws.com'],
  ['glue', /^(create|update)job$/, 'glue.amazonaws.com'],
];

/** The services to which the policy's other actions pass a role; none where it has no such action. */
export const passedTo = addsCondition('iam:PassedToService', ({ policy }) => {
  const actions = policy.statements.flatMap(({ actions: all }) => all);
  const principals = passing
    .filter(([service, names]) =>
      actions.some(({ prefix, name, negated }) => !negated && prefix === service && names.test(name)),
    )
    .map(([, , principal]) => principal);
  const [first, ...others] = principals;
  return first === undefined ? undefined : { 'iam:PassedToService': others.length > 0 ? principals : first };
});

/** On whose behalf a service acts: an account, or one resource of it. */
export const sourceAccount = addsCondition('aws:SourceAccount', (_, names) => ({
  'aws:SourceAccount': accountOf(names),
}));

/** Whether it is an AWS service that calls. */
export function aboutServices(value: 'true' | 'false', operator: string): FixMaker {
  return addsCondition('aws:PrincipalIsAWSService', () => ({ 'aws:PrincipalIsAWSService': value }), operator);
}

/** Only calls of which the account they are made for is known. */
export const knownSource = addsCondition(
  'the presence of aws:SourceAccount',
  () => ({ 'aws:SourceAccount': 'false' }),
  'Null',
);

export const externalId = addsCondition('sts:ExternalId', () => ({ 'sts:ExternalId': 'external-id' }));

export const samlAudience = addsCondition('SAML:aud', () => ({
  'SAML:aud': 'https://signin.aws.amazon.com/saml',
}));

/** A claim of the token, for the provider that the finding marks. */
export function claim(name: 'aud' | 'sub'): FixMaker {
  return addsCondition(`the claim ${name}`, ({ place }) => {
    const node = place?.node;
    const provider = node?.kind === 'string' ? parseFederated(node.text)?.keyPrefix : undefined;
    return provider === undefined ? undefined : { [`${provider}:${name}`]: exampleClaim(provider, name) };
  });
}

function exampleClaim(provider: string, name: 'aud' | 'sub'): string {
  if (provider !== githubProvider) return name === 'aud' ? 'audience' : 'subject';
  return name === 'aud' ? 'sts.amazonaws.com' : 'repo:owner/repository:ref:refs/heads/main';
}

/** Only requests that have the key at all. */
export const presence: FixMaker = (target) => {
  const { clause, statement } = target;
  if (!clause || !statement) return [];
  const title = `Add "Null": { "${clause.key}": "false" }`;
  return fix(title, addCondition(target, statement, 'Null', { [clause.key]: 'false' }));
};

export const dynamodbSelect = addsCondition('dynamodb:Select', () => ({
  'dynamodb:Select': 'SPECIFIC_ATTRIBUTES',
}));

/** Both repairs, the first one the likelier. */
export function either(...makers: readonly FixMaker[]): FixMaker {
  return (target) =>
    makers.flatMap((make, index) =>
      make(target).map((one): Fix => (index > 0 ? { ...one, unlikely: true } : one)),
    );
}
