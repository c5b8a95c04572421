/** Permissions that together let their holder get more than was given. */
export interface EscalationPath {
  /** All are needed; lower case. */
  readonly actions: readonly string[];
  /** What the holder can do, as the rest of "Whoever has this can …". */
  readonly can: string;
}

const list = (actions: string, can: string): EscalationPath => ({ actions: actions.split(' '), can });

/**
 * Ways from some permissions to all, published by Rhino Security Labs
 * (https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/,
 * https://github.com/RhinoSecurityLabs/AWS-IAM-Privilege-Escalation) and by Bishop Fox
 * (https://bishopfox.com/blog/privilege-escalation-in-aws, https://github.com/BishopFox/iam-vulnerable).
 */
export const escalationPaths: readonly EscalationPath[] = [
  list('iam:createpolicyversion', 'rewrite any policy, their own included'),
  list('iam:setdefaultpolicyversion', 'bring back an older, wider version of a policy'),
  list('iam:attachuserpolicy', 'give any user, themselves included, any policy'),
  list('iam:attachgrouppolicy', 'give any group, their own included, any policy'),
  list('iam:attachrolepolicy', 'give any role, their own included, any policy'),
  list('iam:putuserpolicy', 'write any user, themselves included, any permissions'),
  list('iam:putgrouppolicy', 'write any group, their own included, any permissions'),
  list('iam:putrolepolicy', 'write any role, their own included, any permissions'),
  list('iam:addusertogroup', 'join any group'),
  list('iam:createaccesskey', 'make access keys for any user'),
  list('iam:createloginprofile', 'set a password for any user who has none'),
  list('iam:updateloginprofile', 'change the password of any user'),
  list('iam:updateassumerolepolicy sts:assumerole', 'let themselves into any role'),
  list('iam:passrole ec2:runinstances', 'start an instance with any role and use its credentials'),
  list(
    'iam:passrole lambda:createfunction lambda:invokefunction',
    'run code as any role that Lambda may assume',
  ),
  list(
    'iam:passrole lambda:createfunction lambda:createeventsourcemapping',
    'run code as any role that Lambda may assume',
  ),
  list(
    'iam:passrole lambda:createfunction lambda:addpermission',
    'run code as any role that Lambda may assume',
  ),
  list('iam:passrole glue:createdevendpoint', 'work as any role that Glue may assume'),
  list(
    'iam:passrole cloudformation:createstack',
    'have CloudFormation make anything as any role it may assume',
  ),
  list(
    'iam:passrole datapipeline:createpipeline datapipeline:putpipelinedefinition',
    'run commands as any role that Data Pipeline may assume',
  ),
  list(
    'iam:passrole sagemaker:createnotebookinstance sagemaker:createpresignednotebookinstanceurl',
    'work as any role that SageMaker may assume',
  ),
  list('iam:passrole sagemaker:createtrainingjob', 'run code as any role that SageMaker may assume'),
  list('iam:passrole sagemaker:createprocessingjob', 'run code as any role that SageMaker may assume'),
  list(
    'iam:passrole codebuild:createproject codebuild:startbuild',
    'run builds as any role that CodeBuild may assume',
  ),
  list(
    'iam:passrole codebuild:createproject codebuild:startbuildbatch',
    'run builds as any role that CodeBuild may assume',
  ),
  list('lambda:updatefunctioncode', 'replace the code of any function and act as its role'),
  list(
    'lambda:updatefunctionconfiguration',
    'put a layer of their own over any function and act as its role',
  ),
  list('cloudformation:updatestack', 'change any stack and have it make anything as its role'),
  list(
    'sagemaker:createpresignednotebookinstanceurl',
    'get into any notebook instance of SageMaker and act as its role',
  ),
  list('ec2-instance-connect:sendsshpublickey', 'log in to any instance they can reach and act as its role'),
  list(
    'ec2-instance-connect:sendserialconsolesshpublickey',
    'log in to the serial console of any instance and act as its role',
  ),
  list('glue:updatedevendpoint', 'get into any development endpoint of Glue and act as its role'),
  list('ssm:sendcommand', 'run commands on any managed instance and act as its role'),
  list('ssm:startsession', 'log in to any managed instance and act as its role'),
];

/** All actions of the paths. */
export const escalationActions: readonly string[] = [
  ...new Set(escalationPaths.flatMap(({ actions }) => actions)),
];

/** Service prefixes that any path goes through. */
export const escalationPrefixes: ReadonlySet<string> = new Set(
  escalationActions.map((action) => action.slice(0, action.indexOf(':'))),
);
