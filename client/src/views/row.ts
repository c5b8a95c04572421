import type { Instance, InstanceProfile, Role } from '../aws/model';

/** What a row stands for, so that a command knows what it was called on. */
export type Subject =
  | { readonly kind: 'instance'; readonly instance: Instance }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'profile'; readonly profile: InstanceProfile }
  /** A managed policy, or one as the permissions boundary of a role. */
  | { readonly kind: 'policy'; readonly arn: string; readonly boundaryOf?: string }
  | { readonly kind: 'inlinePolicy'; readonly roleName: string; readonly name: string };

/** A row of the tree, free of the editor, so that it can be tested in plain Node. All text in it is inert already. */
export interface Row {
  /** Unique in the tree and the same after every refresh. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly details?: Details;
  readonly icon: Icon;
  readonly subject?: Subject;
  /** What the menus of package.json look at. */
  readonly context?: string;
  /** Run when the row is chosen. The row is its argument. */
  readonly command?: string;
  readonly children?: () => readonly Row[] | Promise<readonly Row[]>;
  readonly expanded?: boolean;
  /** Something is wrong with what the row stands for: it is coloured and marked. */
  readonly mark?: 'error' | 'warning';
}

/** The name of an icon of the editor, with the colour of its state. */
export interface Icon {
  readonly name: string;
  readonly tone?: 'warning' | 'error' | 'good' | 'quiet';
}

/** What hovering over a row tells. */
export interface Details {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string | undefined])[];
  readonly problem?: string;
}

/** What names a thing for good: an ARN, or an instance's id. */
export const identifierOf = (subject: Subject): string => {
  switch (subject.kind) {
    case 'instance':
      return subject.instance.id;
    case 'role':
      return subject.role.arn;
    case 'profile':
      return subject.profile.arn;
    case 'policy':
      return subject.arn;
    case 'inlinePolicy':
      return subject.name;
  }
};
