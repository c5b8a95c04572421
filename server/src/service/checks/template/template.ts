import type { PolicyFile } from '../../policyFile';
import type { ModuleFacts, ProfileFact, RoleFact, Target, TemplateFact, UseFact } from './facts';
import { isSameName } from './names';

/** A fact and the file that says it; no path where that is the one looked at. */
export interface Placed<Fact> {
  readonly fact: Fact;
  readonly path?: string | undefined;
}

/** What a file says, looked at together with the other files of its module. */
export class Template {
  /** Those of the file itself. */
  readonly uses: readonly UseFact[];
  readonly profiles: readonly ProfileFact[];
  private readonly allProfiles: Register<ProfileFact>;
  private readonly allRoles: Register<RoleFact>;
  private readonly documents = new Map<string, Placed<PolicyFile> | undefined>();
  private readonly opened = new Set<string | undefined>();

  constructor(own: readonly TemplateFact[], others: ModuleFacts = new Map()) {
    const all: Placed<TemplateFact>[] = own.map((fact) => ({ fact }));
    for (const [path, facts] of others) for (const fact of facts) all.push({ fact, path });
    this.allRoles = new Register(all, 'role');
    this.allProfiles = new Register(all, 'profile');
    const uses = new Map<string, number>();
    for (const { fact, path } of all) {
      if (fact.kind === 'open') this.opened.add(fact.id);
      if (fact.kind === 'document')
        this.documents.set(fact.id, this.documents.has(fact.id) ? undefined : { fact: fact.file, path });
      if (fact.kind === 'use') uses.set(placeOf(fact), (uses.get(placeOf(fact)) ?? 0) + 1);
    }
    // What two places say of the same argument, as an override file does, is for the tool to decide.
    this.uses = own.filter((fact) => fact.kind === 'use').filter((fact) => uses.get(placeOf(fact)) === 1);
    this.profiles = own
      .filter((fact) => fact.kind === 'profile')
      .filter(({ id }) => this.allProfiles.byId(id) !== undefined);
  }

  roleOf(target: Target | undefined): Placed<RoleFact> | undefined {
    return this.allRoles.find(target);
  }

  profileOf(target: Target | undefined): Placed<ProfileFact> | undefined {
    return this.allProfiles.find(target);
  }

  /** Of all files. */
  get profileIds(): readonly string[] {
    return this.allProfiles.all.map(({ fact: { id } }) => id);
  }

  /** The first profile that holds the role. */
  profileHolding(role: RoleFact): Placed<ProfileFact> | undefined {
    return this.allProfiles.all.find(({ fact: { roles } }) =>
      roles.some(({ target }) => this.roleOf(target)?.fact === role),
    );
  }

  trustOf({ fact: { trust, document }, path }: Placed<RoleFact>): Placed<PolicyFile> | undefined {
    if (trust) return { fact: trust, path };
    return document === undefined ? undefined : this.documents.get(document);
  }

  /** Whether the role's name may be that of a profile as well, so that the one is good for the other. */
  mayNameProfile(role: RoleFact): boolean {
    if (this.opened.has(undefined) || this.opened.has(role.id)) return true;
    const isGenerated = (name: string) => this.allRoles.isOwnName(name) || this.allProfiles.isOwnName(name);
    return this.allProfiles.all.some(({ fact: { name } }) => {
      const known = this.roleOf({ id: this.allRoles.idOfReference(name) })?.fact.name ?? name;
      return isSameName(known, role.name, isGenerated) !== 'no';
    });
  }
}

function placeOf({ id, argument }: UseFact): string {
  return `${id} ${argument}`;
}

/** Roles, or profiles, by what they are called. */
class Register<Fact extends RoleFact | ProfileFact> {
  readonly all: readonly Placed<Fact>[];
  private readonly ids = new Map<string, Placed<Fact> | undefined>();
  private readonly names = new Map<string, Placed<Fact> | undefined>();

  constructor(
    facts: readonly Placed<TemplateFact>[],
    private readonly kind: Fact['kind'],
  ) {
    this.all = facts.filter((one): one is Placed<Fact> => one.fact.kind === kind);
    for (const one of this.all) {
      const { id, name, mayBeAbsent } = one.fact;
      this.ids.set(id, this.ids.has(id) ? undefined : one);
      if (name !== undefined) this.names.set(name, this.names.has(name) || mayBeAbsent ? undefined : one);
    }
  }

  /** Undefined where several are called so. */
  byId(id: string): Placed<Fact> | undefined {
    return this.ids.get(id);
  }

  find({ id, name, of }: Target = {}): Placed<Fact> | undefined {
    if (of !== undefined && of !== this.kind) return undefined;
    const found = id === undefined ? undefined : this.ids.get(id);
    return found ?? (name === undefined ? undefined : this.names.get(name));
  }

  /** `${id}` or `${id.name}` of one of them, which AWS or a tool gave its name. */
  isOwnName(name: string): boolean {
    const id = this.idOfReference(name);
    return id !== undefined && this.ids.get(id)?.fact.name === name;
  }

  idOfReference(name: string | undefined): string | undefined {
    const reference = /^\$\{([^{}]*?)(?:\.(?:name|id))?\}$/.exec(name ?? '')?.[1];
    return reference !== undefined && this.ids.has(reference) ? reference : undefined;
  }
}
