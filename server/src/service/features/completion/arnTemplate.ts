import type { Names } from '../../iam/namesInPolicy';
import { stop } from './snippet';

/**
 * An ARN format of the Service Authorization Reference (`arn:${Partition}:s3:::${BucketName}`) with stops for its
 * open parts.
 *
 * @param filler what stands for names; the placeholder's own words unless told
 */
export function arnTemplate(format: string, names: Names, filler?: string): string {
  let number = 0;
  return format.replace(/\$\{([^}]*)\}/g, (_, placeholder: string) => {
    if (placeholder === 'Partition') return names.partition;
    number += 1;
    if (placeholder === 'Region') return stop(number, names.region);
    if (/^Account(Id)?$/.test(placeholder)) return stop(number, names.account);
    return stop(number, filler ?? placeholder);
  });
}
