import { env, window } from 'vscode';
import type { Instance } from '../aws/model';

/**
 * The command line that lets programs on an instance, or containers on it, reach the metadata service.
 * @see https://docs.aws.amazon.com/cli/latest/reference/ec2/modify-instance-metadata-options.html
 */
export const metadataFix = ({ id, region, metadata }: Instance): string => {
  const hops = metadata?.enabled === false ? '' : ' --http-put-response-hop-limit 2';
  return `aws ec2 modify-instance-metadata-options --region ${region} --instance-id ${id} --http-endpoint enabled${hops}`;
};

/** Copies that command line; the person runs it, since it changes how the instance is protected. */
export const copyMetadataFix = async (instance: Instance): Promise<void> => {
  await env.clipboard.writeText(metadataFix(instance));
  void window.showInformationMessage(
    'The command is copied. Run it in a terminal with credentials that may change the instance, then refresh.',
  );
};
