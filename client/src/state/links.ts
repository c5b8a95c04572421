import { type Association, type Instance, type InstanceProfile, nameInArn, type Role } from '../aws/model';
import type { Lists } from './account';

/** Answers who is linked to whom, from lists that may be incomplete: undefined means "not known", never "none". */
export class Links {
  readonly #roles: ReadonlyMap<string, Role>;
  readonly #profiles: ReadonlyMap<string, InstanceProfile>;
  readonly #instances: ReadonlyMap<string, Instance>;
  readonly #associationOf = new Map<string, Association>();
  readonly #instancesOf = new Map<string, string[]>();
  readonly #profilesOf = new Map<string, InstanceProfile[]>();

  constructor(lists: Lists) {
    this.#roles = new Map(lists.roles.items.map((role) => [role.name, role]));
    this.#profiles = new Map(lists.profiles.items.map((profile) => [profile.arn, profile]));
    this.#instances = new Map(lists.instances.items.map((instance) => [instance.id, instance]));
    for (const association of lists.associations.items) this.#addAssociation(association);
    for (const profile of lists.profiles.items)
      for (const role of profile.roles) add(this.#profilesOf, role.name, profile);
  }

  #addAssociation(association: Association): void {
    if (association.state === 'disassociated') return;
    // While a profile is replaced AWS may list both: the one that is or becomes associated is the one that counts.
    const other = this.#associationOf.get(association.instanceId);
    if (other === undefined || other.state === 'disassociating') {
      this.#associationOf.set(association.instanceId, association);
    }
    add(this.#instancesOf, association.profileArn, association.instanceId);
  }

  role(name: string): Role | undefined {
    return this.#roles.get(name);
  }

  profile(arn: string): InstanceProfile | undefined {
    return this.#profiles.get(arn);
  }

  /** The association of an instance that is not on its way out, else the one that is. */
  associationOf(instanceId: string): Association | undefined {
    return this.#associationOf.get(instanceId);
  }

  /** The profiles that hold a role. */
  profilesOf(roleName: string): readonly InstanceProfile[] {
    return this.#profilesOf.get(roleName) ?? [];
  }

  /** The instances that use a profile: known ones whole, others by id alone. */
  instancesOf(profileArn: string): readonly (Instance | { readonly id: string })[] {
    return (this.#instancesOf.get(profileArn) ?? []).map((id) => this.#instances.get(id) ?? { id });
  }

  /** What an instance runs with, step by step; each step undefined where it is missing or not known. */
  chainOf(instanceId: string): Chain {
    const association = this.associationOf(instanceId);
    const profile = association === undefined ? undefined : this.profile(association.profileArn);
    const held = profile?.roles[0];
    return {
      association,
      profile,
      profileName: association === undefined ? undefined : nameInArn(association.profileArn),
      role: held === undefined ? undefined : (this.role(held.name) ?? held),
    };
  }
}

export interface Chain {
  readonly association: Association | undefined;
  readonly profile: InstanceProfile | undefined;
  readonly profileName: string | undefined;
  readonly role: Role | undefined;
}

const add = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
};
