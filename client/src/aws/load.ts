/** Loads the AWS SDK and what stands on it: about a megabyte, so not before something is asked of AWS. */
export const loadAws = () => import('./awsEntry');
