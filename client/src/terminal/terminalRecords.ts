import type { Memory } from '../state/selection';
import type { DoorTrace } from './credentialEndpoint';

/** What is kept of a role's terminal, so that it is known again after the window was reloaded. Nothing in it opens anything. */
export interface TerminalRecord {
  readonly roleArn: string;
  readonly name: string;
  /** Of the shell. */
  readonly pid: number;
  readonly trace?: DoorTrace;
}

const key = 'trustwright.roleTerminals';

/** The records of this workspace's terminals, in the editor's memory. */
export class TerminalRecords {
  /** Of terminals that an earlier window opened and that have not turned up yet. */
  #unclaimed: TerminalRecord[];
  readonly #current = new Map<object, TerminalRecord>();

  constructor(private readonly memory: Memory) {
    this.#unclaimed = [...(memory.get<TerminalRecord[]>(key) ?? [])];
  }

  /** Whether an earlier window left terminals behind. */
  get awaitsTerminals(): boolean {
    return this.#unclaimed.length > 0;
  }

  /**
   * The record of a terminal that is there again. The same shell has the same process id; a shell that the editor
   * started anew has only the name, and its door stays shut: its variables have been on disk.
   */
  claim(terminal: { readonly name: string }, pid: number | undefined): TerminalRecord | undefined {
    const same = this.#unclaimed.find((record) => record.pid === pid);
    const found = same ?? this.#unclaimed.find(({ name }) => terminal.name.includes(name));
    if (found === undefined) return undefined;
    this.#unclaimed = this.#unclaimed.filter((record) => record !== found);
    if (same !== undefined) return found;
    return { roleArn: found.roleArn, name: found.name, pid: pid ?? 0 };
  }

  async keep(terminal: object, record: TerminalRecord): Promise<void> {
    this.#current.set(terminal, record);
    await this.#save();
  }

  async drop(terminal: object): Promise<void> {
    if (this.#current.delete(terminal)) await this.#save();
  }

  /** Gives up waiting for terminals of an earlier window. */
  async stopWaiting(): Promise<void> {
    this.#unclaimed = [];
    await this.#save();
  }

  async #save(): Promise<void> {
    await this.memory.update(key, [...this.#unclaimed, ...this.#current.values()]);
  }
}
