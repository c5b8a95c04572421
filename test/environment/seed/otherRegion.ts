import type { EC2Client } from '@aws-sdk/client-ec2';
import { launch } from './instances';

/** Roles are everywhere, instances are not: the second region has one of its own. */
export async function seedOtherRegion(ec2: EC2Client): Promise<void> {
  await launch(ec2, 'eu-web-1');
}
