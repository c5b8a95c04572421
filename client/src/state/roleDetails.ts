import type { Connection } from '../aws/api';
import type { RoleDetails, RolePolicies } from '../aws/model';

/** What is read of a role when it is opened. */
export interface RoleContents {
  readonly details: RoleDetails;
  readonly policies: RolePolicies;
}

/** What roles hold, read when first asked for and kept until forgotten. */
export class RoleDetailsCache {
  readonly #asked = new Map<string, Promise<RoleContents>>();
  readonly #known = new Map<string, RoleContents>();

  constructor(private readonly connection: () => Promise<Connection>) {}

  get(roleName: string, signal: AbortSignal): Promise<RoleContents> {
    const known = this.#asked.get(roleName);
    if (known) return known;
    const asked = this.#read(roleName, signal);
    this.#asked.set(roleName, asked);
    asked.then(
      (contents) =>
        !signal.aborted && this.#asked.get(roleName) === asked && this.#known.set(roleName, contents),
      () => this.#asked.get(roleName) === asked && this.#asked.delete(roleName),
    );
    return asked;
  }

  known(roleName: string): RoleContents | undefined {
    return this.#known.get(roleName);
  }

  forget(roleName: string): void {
    this.#asked.delete(roleName);
    this.#known.delete(roleName);
  }

  clear(): void {
    this.#asked.clear();
    this.#known.clear();
  }

  async #read(roleName: string, signal: AbortSignal): Promise<RoleContents> {
    const { iam } = await this.connection();
    const [details, policies] = await Promise.all([
      iam.role(roleName, signal),
      iam.policiesOf(roleName, signal),
    ]);
    return { details, policies };
  }
}
