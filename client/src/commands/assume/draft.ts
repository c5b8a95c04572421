import { userInfo } from 'node:os';
import type { Connection } from '../../aws/api';
import { loadAws } from '../../aws/load';
import type { AssumeRoleRequest, Identity } from '../../aws/model';
import type { Base } from '../../sessions/assumption';
import { isRoleSession } from '../../sessions/identity';
import { durationCap, type DurationCap } from '../../sessions/limits';
import {
  type AssumeOptions,
  type BaseIdentity,
  defaultSessionName,
  requestFor,
} from '../../sessions/options';
import { defaultDelivery, defaultDuration } from '../../sessions/settings';
import type { Delivery } from '../../terminal/delivery';
import { type AssumeRequirements, assumeRequirements } from '../../trust/requirements';
import type { ChosenRole } from './chooseRole';
import type { AssumeContext } from './context';

/** What is about to be asked of STS, while the person still changes it. */
export interface Draft {
  readonly chosen: ChosenRole & { readonly roleArn: string };
  options: AssumeOptions;
  base: Base;
  /** Who the base identity is; undefined until AWS has told, and where it does not. */
  identity: Identity | undefined;
  /** The name this session will have. */
  readonly sessionName: () => string;
  readonly requirements: AssumeRequirements;
}

/** Begins with what was used last time, else with what the profile, the trust policy and the settings say. */
export const beginDraft = async (
  context: AssumeContext,
  chosen: ChosenRole & { readonly roleArn: string },
): Promise<Draft> => {
  const requirements = assumeRequirements(chosen.role?.trust);
  const remembered = chosen.config === undefined ? context.remembered.optionsOf(chosen.roleArn) : undefined;
  const options = remembered ?? defaultsFor(chosen, requirements);
  const base = await baseOf(context, options.base);
  const mfaSerial = options.mfaSerial ?? (requirements.mfa ? base.connection.settings.mfaSerial : undefined);
  const now = new Date();
  const draft: Draft = {
    chosen,
    options: { ...options, ...(mfaSerial === undefined ? {} : { mfaSerial }) },
    base,
    identity: undefined,
    sessionName: () => draft.options.sessionName ?? defaultSessionName(userInfo().username, now),
    requirements,
  };
  return draft;
};

export const defaultsFor = (
  { config, role }: Pick<ChosenRole, 'config' | 'role'>,
  requirements: AssumeRequirements,
): AssumeOptions => {
  const { sourceProfile, sessionName, externalId, mfaSerial, region, durationSeconds } = config ?? {};
  const longest = durationCap(role?.maxSessionSeconds, false).seconds;
  const required = externalId ?? requirements.externalId?.value;
  return {
    durationSeconds: durationSeconds ?? Math.min(defaultDuration(), longest),
    base:
      config !== undefined && sourceProfile !== undefined
        ? { kind: 'profile', profile: config.profile, credentialsOf: sourceProfile }
        : { kind: 'chosen' },
    ...(sessionName === undefined ? {} : { sessionName }),
    ...(required === undefined ? {} : { externalId: required }),
    ...(mfaSerial === undefined ? {} : { mfaSerial }),
    ...(region === undefined ? {} : { region }),
  };
};

/** Opens the way to the identity that is to assume the role. */
export const baseOf = async (context: AssumeContext, base: BaseIdentity): Promise<Base> => {
  if (base.kind === 'profile') {
    const { profile, credentialsOf } = base;
    const { connect } = await loadAws();
    const choice = {
      profile,
      region: undefined,
      ...(credentialsOf === undefined ? {} : { credentialsOf }),
    };
    const connection = await connect(choice, context.interaction.askMfa).catch(async (error: unknown) => {
      // A profile without a region works where the sidebar's does.
      const region =
        (error as { kind?: string }).kind === 'noRegion' ? context.account.place?.region : undefined;
      if (region === undefined) throw error;
      return connect({ ...choice, region }, context.interaction.askMfa);
    });
    return { connection, session: undefined };
  }
  const session = base.kind === 'session' ? context.sessions.byId(base.id) : undefined;
  return { connection: session?.connection ?? (await context.account.connection()), session };
};

/** Who the base identity is, by AWS's word or by what is known already. Undefined where AWS does not tell. */
export const identityOf = async ({ connection, session }: Base): Promise<Identity | undefined> =>
  session?.session.identity ??
  connection.sts.identity(undefined, AbortSignal.timeout(10_000)).catch(() => undefined);

/** How long the session may be, and why not longer. */
export const capOf = ({ base, chosen, identity }: Draft): DurationCap =>
  durationCap(
    chosen.role?.maxSessionSeconds,
    base.session !== undefined || (identity !== undefined && isRoleSession(identity)),
  );

export const deliveryOf = ({ options }: Draft): Delivery => options.delivery ?? defaultDelivery();

/** `profile "dev"`, `the session of role Admin` */
export const whoseIdentity = ({ connection, session }: Base): string => {
  if (session !== undefined) return `the session of ${session.roleArn}`;
  const { profile } = connection.place;
  return profile === undefined ? 'your default AWS credentials' : `profile "${profile}"`;
};

/** The connection as the session's terminals see it: in the region that was chosen for them. */
export const connectionOf = ({ base, options }: Draft): Connection =>
  options.region === undefined ? base.connection : base.connection.in(options.region);

export const requestOf = (draft: Draft, policy: string | undefined): AssumeRoleRequest =>
  requestFor(
    draft.chosen.roleArn,
    draft.sessionName(),
    { ...draft.options, durationSeconds: Math.min(draft.options.durationSeconds, capOf(draft).seconds) },
    policy,
  );
