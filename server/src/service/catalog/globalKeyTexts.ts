/**
 * What global condition keys hold and when requests have them, by name in lower case. The reference of services tells
 * this of their own keys only.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const texts: Readonly<Record<string, string>> = {
  'aws:principalarn':
    'ARN of the caller: of the user, of the account’s root user, or of the role whose session it is (the role’s ARN, not the session’s). Every signed request has it.',
  'aws:principalaccount': 'Number of the account that the caller belongs to. Every signed request has it.',
  'aws:principalorgid':
    'Id (`o-…`) of the organization that the caller’s account belongs to; absent where it is in none. Shorter than a list of all accounts.',
  'aws:principalorgpaths':
    'Where in its organization the caller’s account is: `o-…/r-…/ou-…/`; absent where it is in none.',
  'aws:principaltag/${tagkey}':
    'Value of a tag of the caller: of the user or role, or of the session. Absent without such a tag.',
  'aws:principalisawsservice':
    'Whether an AWS service calls by itself, as its service principal; false for people and roles. CloudTrail writing into a bucket is an example.',
  'aws:principalservicename':
    'The service principal that calls, such as `cloudtrail.amazonaws.com`; absent where no service calls by itself.',
  'aws:principalservicenameslist':
    'All names of the service principal that calls; absent where no service calls by itself.',
  'aws:principaltype':
    'What kind of principal calls: `Account`, `User`, `FederatedUser`, `AssumedRole` or `Anonymous`.',
  'aws:userid':
    'Unique id of the caller: `AIDA…` of a user, `AROA…:session` of a session of a role. It stays another one’s when a name is used again.',
  'aws:username': 'Name of the IAM user that calls; absent for roles and the root user.',
  'aws:assumedroot': 'Whether the session is one of a member account’s root user, from `sts:AssumeRoot`.',
  'aws:federatedprovider':
    'Identity provider that the session came from; present where a role was assumed with a web identity.',
  'aws:tokenissuetime':
    'When the temporary credentials were issued; absent for long-term keys. A Deny for older ones ends sessions.',
  'aws:signinsessionarn': 'ARN of the sign-in session that the credentials came from.',
  'aws:multifactorauthage':
    'Seconds since the caller signed in with MFA; absent where no MFA was used, and for long-term keys.',
  'aws:multifactorauthpresent':
    'Whether MFA was used for the temporary credentials. **Absent** for long-term keys: a Deny on `false` then needs `BoolIfExists`.',
  'aws:chatbotsourcearn': 'ARN of the chat configuration from which Amazon Q Developer calls.',
  'aws:ec2instancesourcevpc':
    'VPC to which the EC2 instance belongs whose role’s credentials are used; absent for other credentials. Together with `aws:SourceVpc` it shows stolen credentials.',
  'aws:ec2instancesourceprivateipv4':
    'Private address of the EC2 instance whose role’s credentials are used; absent for other credentials. Means something only together with the VPC.',
  'aws:sourceidentity':
    'Who stands behind a session: the source identity that was set when the role was assumed, kept from role to role.',
  'aws:sourceip':
    'Public address that the request comes from; absent where it comes through a VPC endpoint or an AWS service calls for somebody.',
  'aws:sourcevpc': 'VPC that the request comes from (`vpc-…`); only where it comes through a VPC endpoint.',
  'aws:sourcevpcarn':
    'ARN of the VPC that the request comes from; only where it comes through a VPC endpoint.',
  'aws:sourcevpce': 'VPC endpoint that the request comes through (`vpce-…`); absent without one.',
  'aws:vpceaccount': 'Account of the VPC endpoint that the request comes through; absent without one.',
  'aws:vpceorgid': 'Organization of the VPC endpoint that the request comes through; absent without one.',
  'aws:vpceorgpaths':
    'Where in its organization the account of the VPC endpoint is; absent without an endpoint.',
  'aws:vpcsourceip':
    'Address inside the VPC that the request comes from; only through a VPC endpoint. Name the VPC too: others have the same addresses.',
  'aws:resourceaccount': 'Account that owns the resource. Some actions lack it.',
  'aws:resourceorgid': 'Organization of the account that owns the resource; absent where it is in none.',
  'aws:resourceorgpaths': 'Where in its organization the resource’s account is; absent where it is in none.',
  'aws:resourcetag/${tagkey}': 'Value of a tag that the resource has already; absent without such a tag.',
  'aws:calledvia':
    'Services that call in the name of the caller, in order, such as `cloudformation.amazonaws.com`; absent where nobody stands between.',
  'aws:calledviafirst':
    'The first service that calls in the name of the caller; absent where nobody stands between.',
  'aws:calledvialast':
    'The last service that calls in the name of the caller; absent where nobody stands between.',
  'aws:calledviaawsmcp':
    'The AWS MCP server through which the request came; absent where it came through none.',
  'aws:viaawsservice': 'Whether a service calls in the name of the caller, with the caller’s permissions.',
  'aws:viaawsmcpservice': 'Whether the request came through an AWS MCP server.',
  'aws:ismcpserviceaction': 'Whether the action is one of an AWS MCP server itself.',
  'aws:currenttime': 'Date and time of the request, such as `2030-01-01T00:00:00Z`. Every request has it.',
  'aws:epochtime': 'Date and time of the request, as seconds since 1970 or as a date. Every request has it.',
  'aws:referer':
    'The web page that a browser says it comes from. **Anybody can write anything there**: no protection.',
  'aws:requestedregion':
    'Region whose endpoint is called, such as `eu-west-1`. Global services are in `us-east-1`.',
  'aws:requesttag/${tagkey}': 'Value that the request gives to a tag; absent where it gives none.',
  'aws:tagkeys': 'Keys of the tags in the request; absent where it has none.',
  'aws:securetransport': 'Whether the request came by TLS (HTTPS). A Deny on `false` keeps plain HTTP out.',
  'aws:sourceaccount':
    'Account of the resource for which a service calls; only where a service calls by itself. It keeps a service from being used for others (confused deputy).',
  'aws:sourcearn':
    'ARN of the resource for which a service calls, such as a topic or a rule; only where a service calls by itself. It keeps a service from being used for others (confused deputy).',
  'aws:sourceorgid':
    'Organization of the resource for which a service calls; only where a service calls by itself.',
  'aws:sourceorgpaths':
    'Where in its organization the account of the resource is for which a service calls; only where a service calls by itself.',
  'aws:sourceowner': 'The old form of `aws:SourceAccount`, of Amazon SNS.',
  'aws:useragent':
    'The program that calls, as it names itself. **Anybody can write anything there**: no protection.',
  'codebuild:buildarn': 'ARN of the build whose credentials are used.',
  'codebuild:projectarn': 'ARN of the CodeBuild project whose credentials are used.',
  'ec2:roledelivery': 'Version of the metadata service that gave out the credentials: `1.0` or `2.0`.',
  'ec2:sourceinstancearn': 'ARN of the EC2 instance whose role’s credentials are used.',
  'glue:credentialissuingservice':
    'The service that asked for the credentials: `glue.amazonaws.com` for jobs of AWS Glue.',
  'glue:roleassumedby': 'The service that assumed the role for AWS Glue.',
  'identitystore:userid': 'Id of the user of IAM Identity Center whose session it is.',
  'lambda:sourcefunctionarn': 'ARN of the function whose credentials are used.',
  'ssm:sourceinstancearn': 'ARN of the managed instance whose credentials are used.',
};

/** What a global key holds, by its name in any case. */
export function textOfGlobalKey(name: string): string | undefined {
  return texts[name.toLowerCase()];
}
