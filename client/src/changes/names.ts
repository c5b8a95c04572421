import type { Instance } from '../aws/model';

/** `web-1 (i-0abc)` */
export const nameOf = ({ id, name }: Pick<Instance, 'id' | 'name'>): string =>
  name === undefined || name === '' ? id : `${name} (${id})`;

/** `instance profile web`, or `no instance profile`. */
export const profileWords = (profile: string | undefined): string =>
  profile === undefined ? 'no instance profile' : `instance profile ${profile}`;
