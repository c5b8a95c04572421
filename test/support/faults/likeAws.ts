import { type Associations, rememberAssociations } from './associations';
import type { Call, Next, Reply, Rule } from './exchange';
import { allOf, errorReply, queryReply, textOf } from './replies';

/** How strictly the emulator is to behave. */
export interface Strictness {
  /** Reads after a change of an association that still say `associating` or `disassociating`. */
  readonly unsettledReads?: number;
  /** What SimulatePrincipalPolicy answers; undefined: the caller may not simulate. */
  readonly simulate?: ((action: string, resource: string) => boolean) | undefined;
}

/**
 * Rules that make the emulator as strict as AWS where it is kinder: states of instances and of associations, names of
 * profiles, ids that change when a profile is replaced, and calls that it does not have.
 */
export const likeAws = (strictness: Strictness = {}): Rule[] => {
  const associations = rememberAssociations(strictness.unsettledReads ?? 0);
  const { simulate = () => true } = strictness;
  return [
    byAction({
      AssociateIamInstanceProfile: (call, next) => associate(associations, call, next),
      ReplaceIamInstanceProfileAssociation: (call, next) => replace(associations, call, next),
      DisassociateIamInstanceProfile: (call, next) => disassociate(associations, call, next),
      DescribeIamInstanceProfileAssociations: async (call, next) => associations.told(call, await next(call)),
      RemoveRoleFromInstanceProfile: removeRole,
      SimulatePrincipalPolicy: (call) => Promise.resolve(simulated(call, simulate)),
      DecodeAuthorizationMessage: (call) =>
        Promise.resolve(
          errorReply(call, 403, 'AccessDenied', 'not authorized to perform: sts:DecodeAuthorizationMessage'),
        ),
    }),
  ];
};

const byAction =
  (rules: Readonly<Record<string, Rule>>): Rule =>
  (call, next) =>
    (rules[call.action] ?? ((each, onward) => onward(each)))(call, next);

const associate = async (associations: Associations, call: Call, next: Next): Promise<Reply> => {
  const instance = call.form.get('InstanceId') ?? '';
  const refused =
    (await wrongState(call, next, instance, ['running', 'stopped'])) ?? (await unusableProfile(call, next));
  if (refused) return refused;
  if (associations.busy(instance)) return existing(call, instance);
  const reply = await next(call);
  // The emulator's own refusal of a second association has AWS's code already.
  if (reply.status !== 200) return reply;
  return associations.changed(reply, instance);
};

const replace = async (associations: Associations, call: Call, next: Next): Promise<Reply> => {
  const asked = call.form.get('AssociationId') ?? '';
  const own = associations.own(asked);
  const instance = own === undefined ? undefined : await instanceOf(call, next, own);
  if (own === undefined || instance === undefined) return noSuchAssociation(call, asked);
  const refused =
    (await wrongState(call, next, instance, ['running'])) ?? (await unusableProfile(call, next));
  if (refused) return refused;
  call.form.set('AssociationId', own);
  const reply = await next(call);
  return reply.status === 200 ? associations.replaced(reply, asked, instance) : reply;
};

const disassociate = async (associations: Associations, call: Call, next: Next): Promise<Reply> => {
  const asked = call.form.get('AssociationId') ?? '';
  const own = associations.own(asked);
  const instance = own === undefined ? undefined : await instanceOf(call, next, own);
  if (own === undefined || instance === undefined) return noSuchAssociation(call, asked);
  const refused = await wrongState(call, next, instance, ['running', 'stopped']);
  if (refused) return refused;
  call.form.set('AssociationId', own);
  const reply = await next(call);
  return reply.status === 200 ? associations.removed(reply, asked, instance) : reply;
};

/** The instance of an association as the emulator names it. */
const instanceOf = async (call: Call, next: Next, association: string): Promise<string | undefined> => {
  const { body } = await next(asking(call, { Action: 'DescribeIamInstanceProfileAssociations' }));
  const item = allOf(body, 'item').find((each) => each.includes(`>${association}<`));
  return item === undefined ? undefined : textOf(item, 'instanceId');
};

const wrongState = async (
  call: Call,
  next: Next,
  instance: string,
  fitting: readonly string[],
): Promise<Reply | undefined> => {
  const { body } = await next(asking(call, { Action: 'DescribeInstances', 'InstanceId.1': instance }));
  const state = /<instanceState>.*?<name>([^<]*)<\/name>/s.exec(body)?.[1];
  if (state === undefined || fitting.includes(state)) return undefined;
  return errorReply(
    call,
    400,
    'IncorrectInstanceState',
    `The instance '${instance}' is not in the '${fitting.join("' or '")}' state`,
  );
};

/** AWS refuses a profile that it does not know, and one that is empty. */
const unusableProfile = async (call: Call, next: Next): Promise<Reply | undefined> => {
  const name = call.form.get('IamInstanceProfile.Name') ?? '';
  const asked = asking(call, { Action: 'GetInstanceProfile', InstanceProfileName: name }, 'iam');
  const { status, body } = await next(asked);
  if (status !== 200) {
    const message = `Value (${name}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name`;
    return errorReply(call, 400, 'InvalidParameterValue', message);
  }
  if (body.includes('<RoleName>')) return undefined;
  const message = `IAM Instance Profile "${name}" has no associated IAM Roles`;
  return errorReply(call, 400, 'InvalidParameterValue', message);
};

/** A call of our own in the name of the caller. */
const asking = (call: Call, fields: Record<string, string>, service = call.service): Call => {
  const authorization = call.headers.authorization?.replace(`/${call.service}/`, `/${service}/`);
  const version = service === 'iam' ? '2010-05-08' : '2016-11-15';
  return {
    service,
    action: fields.Action ?? '',
    form: new URLSearchParams({ ...fields, Version: version }),
    headers: { ...call.headers, ...(authorization === undefined ? {} : { authorization }) },
  };
};

const existing = (call: Call, instance: string): Reply =>
  errorReply(call, 400, 'IncorrectState', `There is an existing association for instance ${instance}`);

const noSuchAssociation = (call: Call, id: string): Reply =>
  errorReply(call, 400, 'InvalidAssociationID.NotFound', `An invalid association-id of '${id}' was given`);

/** The emulator answers with a failure of its own where the role is not in the profile. */
const removeRole: Rule = async (call, next) => {
  const role = call.form.get('RoleName') ?? '';
  const name = call.form.get('InstanceProfileName') ?? '';
  const { body } = await next(asking(call, { Action: 'GetInstanceProfile', InstanceProfileName: name }));
  if (body.includes(`<RoleName>${role}</RoleName>`)) return next(call);
  const message = `The role with name ${role} is not in instance profile ${name}.`;
  return errorReply(call, 404, 'NoSuchEntity', message);
};

const simulated = (call: Call, simulate: (action: string, resource: string) => boolean): Reply => {
  const action = call.form.get('ActionNames.member.1') ?? '';
  const resource = call.form.get('ResourceArns.member.1') ?? '*';
  const decision = simulate(action, resource) ? 'allowed' : 'implicitDeny';
  return queryReply(
    call,
    `<IsTruncated>false</IsTruncated><EvaluationResults><member><EvalActionName>${action}</EvalActionName>` +
      `<EvalResourceName>${resource}</EvalResourceName><EvalDecision>${decision}</EvalDecision>` +
      '</member></EvaluationResults>',
  );
};
