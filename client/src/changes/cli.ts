import type { Place } from '../aws/api';
import type { Action, AssociationChange } from './action';

/** A command line as its words, each of which the shell is to take as it is. */
type Words = readonly string[];

/**
 * The AWS CLI's commands that do what the actions do, for a POSIX shell. Names are quoted, so that whatever they contain
 * is inert. Where a command needs what an earlier one answers, it asks for it by itself.
 */
export const cliCommands = (actions: readonly Action[], place: Place): string[] =>
  actions.flatMap(commandsOf).map((words) => lineOf(words, place));

const lineOf = (words: Words | string, { profile, region }: Place): string => {
  const where = [...(profile === undefined ? [] : ['--profile', profile]), '--region', region].map(quoted);
  const aws = `aws ${where.join(' ')}`;
  return typeof words === 'string'
    ? words.replaceAll('{aws}', () => aws)
    : `${aws} ${words.map(quoted).join(' ')}`;
};

const commandsOf = (action: Action): (Words | string)[] => {
  switch (action.kind) {
    case 'createRole':
      return [createRole(action)];
    case 'deleteRole':
      return [['iam', 'delete-role', '--role-name', action.spec.name]];
    case 'attachPolicy':
      return [
        ['iam', 'attach-role-policy', '--role-name', action.roleName, '--policy-arn', action.policyArn],
      ];
    case 'detachPolicy':
      return [
        ['iam', 'detach-role-policy', '--role-name', action.roleName, '--policy-arn', action.policyArn],
      ];
    case 'putInlinePolicy':
      return [
        [
          ...['iam', 'put-role-policy', '--role-name', action.roleName],
          ...['--policy-name', action.policyName, '--policy-document', action.document],
        ],
      ];
    case 'deleteInlinePolicy':
      return [
        ['iam', 'delete-role-policy', '--role-name', action.roleName, '--policy-name', action.policyName],
      ];
    case 'createProfile':
      return [['iam', 'create-instance-profile', '--instance-profile-name', action.profileName]];
    case 'deleteProfile':
      return [['iam', 'delete-instance-profile', '--instance-profile-name', action.profileName]];
    case 'addRole':
      return [
        [
          ...['iam', 'add-role-to-instance-profile'],
          ...['--instance-profile-name', action.profileName, '--role-name', action.roleName],
        ],
      ];
    case 'removeRole':
      return [
        [
          ...['iam', 'remove-role-from-instance-profile'],
          ...['--instance-profile-name', action.profileName, '--role-name', action.roleName],
        ],
      ];
    case 'associate':
      return associate(action);
  }
};

const createRole = ({ spec }: Extract<Action, { kind: 'createRole' }>): Words => [
  ...['iam', 'create-role', '--role-name', spec.name],
  ...(spec.path === '/' ? [] : ['--path', spec.path]),
  ...['--assume-role-policy-document', spec.trust],
  ...(spec.description === undefined ? [] : ['--description', spec.description]),
  ...(spec.maxSessionSeconds === 3600 ? [] : ['--max-session-duration', String(spec.maxSessionSeconds)]),
  ...(spec.boundaryArn === undefined ? [] : ['--permissions-boundary', spec.boundaryArn]),
  ...(Object.keys(spec.tags).length === 0 ? [] : ['--tags', tagsJson(spec.tags)]),
];

/** As JSON, because the CLI's short form gives a meaning to commas and equals signs. */
const tagsJson = (tags: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(tags).map(([Key, Value]) => ({ Key, Value })));

const associate = ({ instance, from, to }: AssociationChange): (Words | string)[] => {
  const give = (profile: string): Words => [
    ...['ec2', 'associate-iam-instance-profile', '--instance-id', instance.id],
    ...['--iam-instance-profile', `Name=${profile}`],
  ];
  if (from === undefined) return to === undefined ? [] : [give(to)];
  const id = quoted(instance.id);
  const association =
    `"$({aws} ec2 describe-iam-instance-profile-associations --filters Name=instance-id,Values=${id} ` +
    `Name=state,Values=associated --query 'IamInstanceProfileAssociations[0].AssociationId' --output text)"`;
  const take = `{aws} ec2 disassociate-iam-instance-profile --association-id ${association}`;
  if (to === undefined) return [take];
  if (instance.state === 'running') {
    const profile = quoted(`Name=${to}`);
    return [
      `{aws} ec2 replace-iam-instance-profile-association --association-id ${association} --iam-instance-profile ${profile}`,
    ];
  }
  return [take, give(to)];
};

/** A word for a POSIX shell: bare where it is harmless, else in single quotes. */
export const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
