import { type LogOutputChannel, type Uri, window } from 'vscode';
import { inspectPolicy, type PolicyInspection } from '../../../server/src/protocol/policyInspection';
import { describePolicyChange } from '../../../server/src/protocol/policyChange';
import { kindOfLivePolicy, livePolicyLanguage } from '../../../server/src/protocol/livePolicies';
import type { Disposable } from '../emitter';
import { guarded } from '../errors';
import { inertInMessage } from '../inert';
import type { Account } from '../state/account';
import { type LivePolicy, pathOf, wordsFor } from './livePolicy';
import { LiveFiles } from './liveFiles';
import { DialogQuestions } from './questions';
import { readCurrent } from './remote';
import { type PolicyKnowledge, save, takeBack, type Written } from './saving';

/** Asks the language server; null where it cannot answer. */
export type AskServer = <T>(method: string, params: unknown) => Promise<T | null>;

/** Policies of the account as documents, with everything that saving them takes. */
export class LivePolicies implements Disposable {
  readonly #questions = new DialogQuestions();
  readonly #files: LiveFiles;

  constructor(
    private readonly account: Account,
    private readonly ask: AskServer,
    private readonly log: LogOutputChannel,
  ) {
    this.#files = new LiveFiles(
      () => account.connection(),
      async (uri, policy, edited, opened) => {
        const connection = await account.connection();
        const written = await save(
          connection,
          policy,
          { edited, opened },
          this.#questions.about(uri),
          this.#knows,
        );
        // AWS has it already: what it has is what the next save compares with.
        if (written === undefined) return readCurrent(connection, policy).catch(() => opened);
        log.info(`Updated the ${wordsFor(policy)} of account ${policy.account}`);
        void this.#offerUndo(uri, written);
        void this.#showChanged(policy);
        return written.after;
      },
    );
  }

  dispose(): void {
    this.#files.dispose();
    this.#questions.dispose();
  }

  readonly #knows: PolicyKnowledge = {
    errorsIn: async (policy, text) => {
      const found = await this.ask<PolicyInspection>(inspectPolicy, {
        text,
        languageId: livePolicyLanguage,
        fileName: pathOf(policy).split('/').at(-1),
        as: kindOf(policy),
      });
      return found?.findings.filter(({ severity }) => severity === 'error') ?? null;
    },
    change: (policy, before, after) =>
      this.ask(describePolicyChange, { kind: kindOf(policy), before, after }),
  };

  async #offerUndo(uri: Uri, written: Written): Promise<void> {
    const undo = 'Undo';
    const said = `The ${wordsFor(written.policy)} is updated in AWS.`;
    if ((await window.showInformationMessage(inertInMessage(said, 300), undo)) !== undo) return;
    await guarded(this.log, async () => {
      await takeBack(await this.account.connection(), written);
      this.#files.changed(uri);
      await this.#showChanged(written.policy);
      window.setStatusBarMessage(`The ${wordsFor(written.policy)} is as it was`, 5_000);
    });
  }

  /** The tree shows whom a role trusts. */
  async #showChanged(policy: LivePolicy): Promise<void> {
    if ('roleName' in policy) await guarded(this.log, () => this.account.refreshRole(policy.roleName));
  }
}

const kindOf = (policy: LivePolicy) => kindOfLivePolicy(pathOf(policy));
