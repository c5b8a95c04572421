import { readTrust, speaksOfAssumeRole, type TrustDocument, type TrustStatement } from './document';

/** Whether EC2 may take a role and hand its credentials to an instance. */
export type Ec2Trust = 'yes' | 'no' | 'unknown';

/**
 * Answers from the trust policy alone, and only "no" where nothing could make it "yes": a condition, a Deny, a
 * wildcard or anything we do not understand gives "unknown".
 * @param text the trust policy's JSON
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
 */
export const ec2Trust = (text: string | undefined): Ec2Trust => {
  const document = readTrust(text);
  return document === undefined ? 'unknown' : decide(document);
};

const decide = ({ statements }: TrustDocument): Ec2Trust => {
  const answers = statements.filter((statement) => statement.allow).map(allowsEc2);
  if (answers.every((answer) => answer === 'no')) return 'no';
  const mayDeny = statements.some((statement) => !statement.allow && allowsEc2(statement) !== 'no');
  return !mayDeny && answers.includes('yes') ? 'yes' : 'unknown';
};

/** Whether a statement, taken alone, covers EC2 assuming the role. */
const allowsEc2 = (statement: TrustStatement): Ec2Trust => {
  if (speaksOfAssumeRole(statement) === false) return 'no';
  if (statement.actions === undefined || statement.principals === undefined) return 'unknown';
  const answers = statement.principals.map(({ type, value }): Ec2Trust => {
    if (type === '*' || value === '*') return 'unknown';
    if (type !== 'Service') return 'no';
    if (ec2Principals.has(value)) return 'yes';
    return value.startsWith('ec2.') && !isMistypedEc2(value) ? 'unknown' : 'no';
  });
  if (answers.includes('yes')) return statement.conditions.length > 0 ? 'unknown' : 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
};

/** EC2's own name in the partitions of AWS. In China both the plain and the `.cn` name work. */
const ec2Principals: ReadonlySet<string> = new Set([
  'ec2.amazonaws.com',
  'ec2.amazonaws.com.cn',
  'ec2.c2s.ic.gov',
  'ec2.sc2s.sgov.gov',
]);

/** A name that stands for no AWS domain at all, so that it cannot be another spelling of EC2. */
const isMistypedEc2 = (value: string) =>
  !/\.(amazonaws\.com|amazonaws\.com\.cn|aws|gov|cloud|eu|uk)$/.test(value);
