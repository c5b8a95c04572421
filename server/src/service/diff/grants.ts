import { wholeAccount } from '../iam/principals';
import type { ConditionClause } from '../model/condition';
import type { PolicyNode } from '../model/nodes';
import type { PolicyDocument } from '../model/policyDocument';
import type { PrincipalValue } from '../model/principal';
import type { Statement } from '../model/statement';

/** One thing that a policy allows or denies, in words. */
export interface Grant {
  /** What is compared: the same in two policies means that the same is granted, if under other limits. */
  readonly subject: string;
  readonly name: string;
  readonly adds: string;
  readonly removes: string;
  /** Resources and conditions, in words; empty where there are none. */
  readonly limits: string;
}

/** Whom a trust policy lets assume the role. */
export function trustGrants(policy: PolicyDocument): Grant[] {
  return policy.statements.flatMap((statement) => {
    const denies = statement.effect === 'Deny';
    const inverse = statement.element('NotPrincipal') !== undefined;
    const limits = [actionLimit(statement), conditionWords(statement)].filter(Boolean).join(' ');
    return statement.principals.map((principal): Grant => {
      const name = `${inverse ? 'everyone but ' : ''}${principalWords(principal)}`;
      return {
        subject: `${effectOf(statement)} ${name}`,
        name: denies ? `${capital(name)}, who is refused` : capital(name),
        adds: denies ? `Refuses ${name}` : `Adds ${name}`,
        removes: denies ? `No longer refuses ${name}` : `Removes ${name}`,
        limits,
      };
    });
  });
}

/** AssumeRole is what everybody expects; other actions are said. */
function actionLimit(statement: Statement): string {
  const actions = statement.actions.map(({ text, negated }) => (negated ? `all but ${text}` : text));
  const usual = actions.length === 1 && actions[0]!.toLowerCase() === 'sts:assumerole';
  return usual ? '' : `for ${actions.sort().join(', ') || 'no action'}`;
}

/** What a policy allows and denies, action by action. */
export function permissionGrants(policy: PolicyDocument): Grant[] {
  return policy.statements.flatMap((statement) => {
    const denies = statement.effect === 'Deny';
    const who = statement.principals.map(principalWords).sort().join(', ');
    const limits = [resourceWords(statement), who && `for ${who}`, conditionWords(statement)]
      .filter(Boolean)
      .join(' ');
    return statement.actions.map(({ text, lower, negated }): Grant => {
      const name = negated ? `everything but ${text}` : text;
      return {
        subject: `${effectOf(statement)} ${negated ? 'not ' : ''}${lower}`,
        name: denies ? `${name}, which is denied` : name,
        adds: `${denies ? 'Denies' : 'Allows'} ${name}`,
        removes: `No longer ${denies ? 'denies' : 'allows'} ${name}`,
        limits,
      };
    });
  });
}

function effectOf({ effect }: Statement): string {
  return effect ?? 'unknown effect';
}

function resourceWords({ resources }: Statement): string {
  if (resources.length === 0) return '';
  const words = resources.map(({ text, negated }) => (negated ? `everything but ${text}` : text)).sort();
  return `on ${words.map((text) => (text === '*' ? 'all resources' : text)).join(', ')}`;
}

function conditionWords({ conditionClauses }: Statement): string {
  const said = conditionClauses.map(clauseWords).sort();
  return said.length === 0 ? '' : `if ${said.join(' and ')}`;
}

function clauseWords({ operatorNode, key, values }: ConditionClause): string {
  return `${key} ${operatorNode.text} ${values.map(valueWords).sort().join(' or ')}`;
}

function valueWords(node: PolicyNode): string {
  return 'text' in node ? String(node.text) : '…';
}

/** `account 222222222222`, `service ec2.amazonaws.com`, `role Deployer of account 222222222222` */
function principalWords({ type, text }: PrincipalValue): string {
  if (text === '*') return 'everyone';
  if (type === 'Service') return `service ${text}`;
  if (type === 'Federated') return `identity provider ${text}`;
  const account = wholeAccount(text);
  if (account !== undefined) return `account ${account}`;
  const [, number, kind, name] =
    /^arn:[\w-]+:(?:iam|sts)::(\d{12}):(role|user|assumed-role)\/(.+)$/.exec(text) ?? [];
  if (number === undefined) return text;
  return `${kind === 'assumed-role' ? 'session' : kind!} ${name!} of account ${number}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
