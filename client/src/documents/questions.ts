import {
  commands,
  EventEmitter,
  type Tab,
  TabInputTextDiff,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Disposable } from '../emitter';
import { inert, inertInLabel } from '../inert';
import { pathOf, wordsFor } from './livePolicy';
import type { Review, SavingQuestions } from './saving';
import { laidOut } from './text';

/** Scheme of the texts as they are in AWS, for the left side of a comparison. */
const currentScheme = 'aws-iam-current';

/** Asks the person before a policy is written, with the change in words and both texts side by side. */
export class DialogQuestions implements TextDocumentContentProvider, Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #owned = [
    this.#changed,
    workspace.registerTextDocumentContentProvider(currentScheme, this),
    // What was compared is the same now.
    workspace.onDidSaveTextDocument(({ uri }) => void closeComparison(uri)),
  ];

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /** The questions about one document. */
  about(uri: Uri): SavingQuestions {
    const compare = (review: Review) => this.#compare(uri, review);
    return {
      insist: async (policy, errors) => {
        const insist = 'Write It Anyway…';
        const detail = errors
          .slice(0, 8)
          .map(({ line, message }) => `Line ${line + 1}: ${inert(message, 200)}`)
          .concat(errors.length > 8 ? [`and ${errors.length - 8} more`] : [])
          .join('\n');
        const question = `The ${wordsFor(policy)} has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}.`;
        return (
          (await window.showErrorMessage(inert(question, 300), { modal: true, detail }, insist)) === insist
        );
      },
      overwrite: async (review, meanwhile) => {
        const overwrite = 'Overwrite…';
        const show = 'Show Difference';
        const question = `The ${wordsFor(review.policy)} was changed in AWS since you opened it.`;
        const detail = `What was changed meanwhile:\n${list(meanwhile)}\n\nSaving would undo that.`;
        const choice = await window.showWarningMessage(
          inert(question, 300),
          { modal: true, detail },
          show,
          overwrite,
        );
        if (choice === show) await compare(review);
        return choice === overwrite;
      },
      versionToDelete: async (policy, versions) => {
        const items = versions.map((version) => ({
          label: version.id,
          description: version.createdAt?.toISOString().slice(0, 16).replace('T', ' ') ?? '',
          version,
        }));
        const chosen = await window.showQuickPick(items, {
          title: inertInLabel(`Version to Delete of the ${wordsFor(policy)}`),
          placeHolder: 'AWS keeps five versions; one has to go before a new one is made',
          ignoreFocusOut: true,
        });
        return chosen?.version;
      },
      confirm: async (review, deletes) => {
        await compare(review);
        const update = 'Update in AWS';
        const { policy, profile, words } = review;
        const detail = [
          `Account ${policy.account} · profile ${profile ?? 'default'}`,
          '',
          words.length === 0 ? 'Only the layout changes; it means the same.' : list(words),
          ...('arn' in policy ? ['', 'It becomes a new version and the default.'] : []),
          ...(deletes === undefined ? [] : [`Version ${deletes.id} is deleted to make room.`]),
        ].join('\n');
        const question = `Update the ${wordsFor(policy)}?`;
        return (
          (await window.showWarningMessage(inert(question, 300), { modal: true, detail }, update)) === update
        );
      },
    };
  }

  dispose(): void {
    for (const owned of this.#owned) owned.dispose();
  }

  async #compare(uri: Uri, { policy, current }: Review): Promise<void> {
    const left = Uri.from({ scheme: currentScheme, path: pathOf(policy) });
    this.#texts.set(left.toString(), laidOut(current));
    this.#changed.fire(left);
    await commands.executeCommand(
      'vscode.diff',
      left,
      uri,
      inert(`${wordsFor(policy)}: in AWS ↔ yours`, 100),
      {
        preview: true,
      },
    );
  }
}

const closeComparison = async (uri: Uri): Promise<void> => {
  const isOurs = ({ input }: Tab) =>
    input instanceof TabInputTextDiff &&
    input.original.scheme === currentScheme &&
    input.modified.toString() === uri.toString();
  await window.tabGroups.close(window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(isOurs));
};

const list = (lines: readonly string[]): string =>
  lines.length === 0
    ? 'nothing that can be told in words'
    : limited(lines)
        .map((line) => `• ${inert(line, 300)}`)
        .join('\n');

const limited = (lines: readonly string[]): readonly string[] =>
  lines.length <= 15 ? lines : [...lines.slice(0, 15), `and ${lines.length - 15} more`];
