import type { ServiceTrustParams, TrustVerdict } from '../../../server/src/protocol/serviceTrust';
import type { Role } from '../aws/model';
import { type Disposable, Emitter } from '../emitter';

/** Asks the language server; null where it could not answer. */
export type EvaluateTrust = (params: ServiceTrustParams) => Promise<readonly TrustVerdict[] | null>;

export const unknownTrust: TrustVerdict = { answer: 'depends', reason: 'its trust policy was not evaluated' };

/**
 * Whether EC2 may assume the roles, by the language server's trust evaluation. Policies are evaluated many at a time,
 * each text once; until the answer is there nothing is claimed.
 */
export class TrustVerdicts implements Disposable {
  readonly #changed = new Emitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #known = new Map<string, TrustVerdict>();

  constructor(private readonly evaluate: EvaluateTrust) {}

  /** What is known already: `depends` where nothing is. */
  ec2({ trust, arn }: Pick<Role, 'trust' | 'arn'>): TrustVerdict {
    return this.#known.get(keyOf(trust ?? '', arn)) ?? unknownTrust;
  }

  /** As `ec2`, asking where it is not known yet. */
  async ask(role: Pick<Role, 'trust' | 'arn'>): Promise<TrustVerdict> {
    await this.learn([role]);
    return this.ec2(role);
  }

  /** Evaluates what is not known yet: one request a partition. */
  async learn(roles: readonly Pick<Role, 'trust' | 'arn'>[]): Promise<void> {
    const wanted = new Map<string, Set<string>>();
    for (const { trust, arn } of roles) {
      if (trust === undefined || this.#known.has(keyOf(trust, arn))) continue;
      const partition = partitionOf(arn);
      wanted.set(partition, (wanted.get(partition) ?? new Set()).add(trust));
    }
    const news = await Promise.all([...wanted].map(([partition, texts]) => this.#ask(partition, [...texts])));
    if (news.some(Boolean)) this.#changed.fire();
  }

  async #ask(partition: string, policies: readonly string[]): Promise<boolean> {
    const services = ec2Principals[partition] ?? ['ec2.amazonaws.com'];
    const answers = await this.evaluate({ policies, services }).catch(() => null);
    answers?.forEach((answer, index) => this.#known.set(`${partition} ${policies[index]!}`, answer));
    return answers !== null;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

const partitionOf = (arn: string): string => arn.split(':')[1] ?? 'aws';
const keyOf = (trust: string, arn: string): string => `${partitionOf(arn)} ${trust}`;

/**
 * EC2's names by partition. In China both the plain and the `.cn` name work.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
const ec2Principals: Readonly<Record<string, readonly string[]>> = {
  'aws-cn': ['ec2.amazonaws.com.cn', 'ec2.amazonaws.com'],
  'aws-iso': ['ec2.c2s.ic.gov', 'ec2.amazonaws.com'],
  'aws-iso-b': ['ec2.sc2s.sgov.gov', 'ec2.amazonaws.com'],
};
