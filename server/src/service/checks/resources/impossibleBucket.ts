import type { Arn } from '../../iam/arn';

export interface BucketMistake {
  readonly message: string;
  /** Resource parts of the ARN that could be meant. */
  readonly replacements: readonly string[];
}

/**
 * What is wrong with the bucket's name in the ARN of a bucket or an object: `arn:aws:s3:::bucket:*` for `bucket/*`. Only
 * colons, spaces and a missing name are told; other odd characters may be a template's.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export function impossibleBucket({ service, region, account, resource }: Arn): BucketMistake | undefined {
  if (service !== 's3' || region !== '' || account !== '') return undefined;
  if (resource.startsWith('/')) {
    return {
      message:
        'Before the slash stands the name of a bucket, and here is none: write arn:aws:s3:::BUCKET/KEY.',
      replacements: [],
    };
  }
  const name = /^[^/*?$]*/.exec(resource)![0];
  if (!/[:\s]/.test(name) || /[^\w.:\s-]/.test(name)) return undefined;
  const meant = resource.replace(/^:+/, '').replace(/:\/?/, '/');
  return {
    message: `No bucket has a name like "${name}". A slash stands between a bucket and its objects.`,
    replacements: name.includes(':') && !/\s/.test(name) ? [meant] : [],
  };
}
