import { type AwsFailure, isAwsFailure } from '../aws/failure';
import { type ChangeRun, throwIfCancelled } from './run';

/** IAM tells EC2 about a new profile within seconds; until then EC2 says that its name is invalid or that it is empty. */
export const whilePropagating = async (call: () => Promise<void>, run: ChangeRun): Promise<void> => {
  for (const wait of [1, 2, 3, 4, 5, 5, 5, 5, 5, 5]) {
    try {
      await call();
      return;
    } catch (error) {
      if (!isAwsFailure(error) || !isUnknownProfile(error)) throw error;
      throwIfCancelled(run);
      run.report('Waiting until EC2 knows the new instance profile…');
      await run.pause(wait * 1000);
    }
  }
  await call();
};

const isUnknownProfile = ({ code, message }: AwsFailure): boolean =>
  (code === 'InvalidParameterValue' &&
    /Invalid IAM Instance Profile|has no associated IAM Roles/i.test(message)) ||
  (code?.startsWith('NoSuchEntity') ?? false);
