const actions = [
  's3:GetObject',
  's3:PutObject',
  'ec2:DescribeInstances',
  'logs:CreateLogStream',
  'kms:Decrypt',
];

/** A policy of about so many characters: different statements, each with actions, resources and a condition. */
export function policyOfSize(characters: number): string {
  const statements: unknown[] = [];
  let size = 60;
  for (let i = 0; size < characters; i++) {
    const statement = {
      Sid: `Statement${i}`,
      Effect: 'Allow',
      Action: [actions[i % actions.length], actions[(i + 1) % actions.length]],
      Resource: [`arn:aws:s3:::amzn-s3-demo-bucket-${i}`, `arn:aws:s3:::amzn-s3-demo-bucket-${i}/*`],
      Condition: { StringEquals: { 'aws:PrincipalTag/team': `team-${i}` } },
    };
    statements.push(statement);
    size += JSON.stringify(statement, null, 4).length + 60;
  }
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 4);
}
