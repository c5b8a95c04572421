import type { Connection } from '../aws/api';
import { AwsFailure } from '../aws/failure';
import { type AssumedRole, type AssumeRoleRequest, nameInArn } from '../aws/model';
import type { OpenSession } from './openSessions';

/** Who assumes a role: a connection's own identity, or a session that is open. */
export interface Base {
  readonly connection: Connection;
  readonly session: OpenSession | undefined;
}

/**
 * Asks STS for a role on behalf of the base identity, with what that has in memory now.
 * @throws AwsFailure also where the base session has ended or is locked
 */
export const assumeFrom = async (
  { connection, session }: Base,
  request: AssumeRoleRequest,
  signal?: AbortSignal,
): Promise<AssumedRole> => {
  if (session === undefined) return connection.sts.assumeRole(request, { signal });
  const credentials = session.session.credentials();
  if (credentials === undefined) throw baseIsGone(connection, request.roleArn, session);
  return connection.sts.assumeRole(request, { credentials, signal });
};

const baseIsGone = (
  { place }: Connection,
  roleArn: string,
  { roleArn: baseArn, session }: OpenSession,
): AwsFailure =>
  new AwsFailure(
    { action: 'sts:AssumeRole', doing: `assume role ${roleArn}`, ...place, endpoint: undefined },
    {
      kind: 'expired',
      title: 'The session below has ended',
      why: `the session of role ${nameInArn(baseArn)}, from which it is assumed, ${session.state === 'locked' ? 'is locked' : 'has ended'}`,
      remedy: 'Renew that session first, in the view Role Sessions',
    },
  );
