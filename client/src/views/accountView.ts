import {
  commands,
  type Event,
  EventEmitter,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
  workspace,
} from 'vscode';
import type { Disposable } from '../emitter';
import { inert } from '../inert';
import { problemCount } from '../state/diagnosis';
import type { Account } from '../state/account';
import type { TreeOptions } from '../state/treeOptions';
import { counted } from './nodes/profile';
import { rootRows } from './nodes/root';
import { markUri } from './rowMarks';
import type { Row } from './row';
import { treeItem } from './treeItem';

/** The sidebar's tree. It loads the account when first seen, and never in a workspace that is not trusted. */
export class AccountView implements TreeDataProvider<Row>, Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData: Event<void> = this.#changed.event;
  readonly #view: TreeView<Row>;
  readonly #owned: Disposable[];
  #redraw: NodeJS.Timeout | undefined;

  constructor(
    private readonly account: Account,
    private readonly options: TreeOptions,
  ) {
    this.#view = window.createTreeView('trustwright.account', {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
    });
    this.#owned = [
      this.#view,
      this.#changed,
      account.onDidChange(() => {
        this.#draw();
      }),
      options.onDidChange(() => {
        this.#draw();
      }),
      this.#view.onDidChangeVisibility(() => {
        this.#loadIfSeen();
      }),
      workspace.onDidGrantWorkspaceTrust(() => {
        this.#draw();
        this.#loadIfSeen();
      }),
    ];
    this.#loadIfSeen();
  }

  /** The place shown in the view's title: `default · eu-west-1`. */
  set place(text: string) {
    this.#view.description = text;
  }

  getTreeItem(row: Row): TreeItem {
    const item = treeItem(row);
    if (row.mark !== undefined) item.resourceUri = markUri(row.id, row.mark);
    return item;
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (!workspace.isTrusted) return [];
    return [
      ...((await row?.children?.()) ??
        (row === undefined ? rootRows({ account: this.account, options: this.options }) : [])),
    ];
  }

  dispose(): void {
    clearTimeout(this.#redraw);
    for (const owned of this.#owned) owned.dispose();
  }

  /** Pages arrive faster than a tree need be drawn. */
  #draw(): void {
    this.#redraw ??= setTimeout(() => {
      this.#redraw = undefined;
      this.#changed.fire();
      this.#tellState();
      this.#loadIfSeen();
    }, 50);
  }

  /** The number of instances with a problem on the view's icon, and what is searched for above the tree. */
  #tellState(): void {
    const { filterText } = this.options;
    const searching = this.options.filter !== undefined;
    this.#view.message = searching ? `Showing what matches “${inert(filterText, 80)}”` : '';
    void commands.executeCommand('setContext', 'trustwright.searching', searching);
    const count = this.account.blockedBy ? 0 : problemCount(this.account);
    this.#view.badge =
      count === 0 ? undefined : { value: count, tooltip: `${counted(count, 'instance')} with a problem` };
  }

  #loadIfSeen(): void {
    if (this.#view.visible && workspace.isTrusted) void this.account.load();
  }
}
