/**
 * Resource types that nearly every call of an action touches although the reference does not mark them as required: a
 * launch makes volumes for the image's block devices, and names a key pair as a rule. By action, lower case.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html#iam-example-runinstances
 */
const usual: ReadonlyMap<string, readonly string[]> = new Map([['ec2:runinstances', ['volume', 'key-pair']]]);

/** Types that the action usually needs besides those that are marked as required. */
export function usualTypes(action: string): readonly string[] {
  return usual.get(action.toLowerCase()) ?? [];
}
