const list = (actions: string, hands: string): [string, string][] =>
  actions.split(' ').map((action) => [action, hands]);

/**
 * Actions whose answer carries credentials, by lower-case name, with what they hand out. After the actions that public
 * auditors name (https://gist.github.com/kmcquade/33860a617e651104d243c324ddf7992a, in parliament's community auditors
 * as CREDENTIALS_EXPOSURE; https://github.com/primeharbor/sensitive_iam_actions), less those that take no resource, where
 * no policy could say it better, and those that are a way to escalate privileges by themselves.
 */
export const credentialActions: ReadonlyMap<string, string> = new Map([
  ...list('sts:assumerole', 'the credentials of any role that trusts its holder'),
  ...list('secretsmanager:getsecretvalue', 'the value of any secret'),
  ...list('ec2:getpassworddata', 'the administrator password of any Windows instance'),
  ...list(
    'iam:createservicespecificcredential iam:resetservicespecificcredential',
    'credentials of any user for single services',
  ),
  ...list('rds-db:connect', 'the login of any database user'),
  ...list(
    'redshift:getclustercredentials redshift:getclustercredentialswithiam redshift-serverless:getcredentials',
    'the login of any database user of Redshift',
  ),
  ...list('lightsail:getinstanceaccessdetails', 'the keys of any Lightsail instance'),
  ...list(
    'lightsail:getrelationaldatabasemasteruserpassword',
    'the master password of any Lightsail database',
  ),
  ...list(
    'cognito-identity:getopenidtokenfordeveloperidentity',
    'tokens for any identity of any identity pool',
  ),
  ...list('connect:getfederationtoken', 'tokens for any instance of Connect'),
  ...list('codepipeline:pollforjobs', 'credentials for the artifacts of any pipeline'),
  ...list('codeartifact:getauthorizationtoken', 'tokens for any domain of CodeArtifact'),
  ...list('gamelift:requestuploadcredentials', 'upload credentials for any build of GameLift'),
  ...list(
    'mediapackage:rotatechannelcredentials mediapackage:rotateingestendpointcredentials',
    'the ingest credentials of any channel',
  ),
]);
