import {
  type Event,
  EventEmitter,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
} from 'vscode';
import type { Disposable } from '../../emitter';
import type { OpenSessions } from '../../sessions/openSessions';
import type { RoleTerminals } from '../../terminal/roleTerminals';
import { treeItem } from '../treeItem';
import { sessionRows, type SessionRow } from './sessionRows';

const redrawMs = 30_000;

/** The view "Role Sessions": every session of this window, and the terminals that lost theirs. */
export class SessionsView implements TreeDataProvider<SessionRow>, Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData: Event<void> = this.#changed.event;
  readonly #view: TreeView<SessionRow>;
  readonly #owned: Disposable[];

  constructor(
    private readonly sessions: OpenSessions,
    private readonly terminals: RoleTerminals,
  ) {
    this.#view = window.createTreeView('trustwright.sessions', { treeDataProvider: this });
    const draw = () => {
      this.#changed.fire();
      this.#badge();
    };
    const clock = setInterval(draw, redrawMs);
    this.#owned = [
      this.#view,
      this.#changed,
      sessions.onDidChange(draw),
      terminals.onDidChange(draw),
      { dispose: () => clearInterval(clock) },
    ];
  }

  getTreeItem(row: SessionRow): TreeItem {
    return treeItem(row);
  }

  getChildren(row?: SessionRow): SessionRow[] {
    const { sessions, terminals } = this;
    if (row !== undefined) return [...(row.children?.() ?? [])];
    return sessionRows({
      sessions: sessions.all,
      terminalsOf: (open) => terminals.of(open),
      lost: terminals.lost,
      accountName: (arn) => terminals.accountName(arn),
      confirmed: (open) => sessions.confirmed(open),
    });
  }

  dispose(): void {
    for (const owned of this.#owned) owned.dispose();
  }

  /** Terminals that want a session are worth a number on the icon. */
  #badge(): void {
    const { length } = this.terminals.lost;
    this.#view.badge =
      length === 0
        ? undefined
        : {
            value: length,
            tooltip: `${length} ${length === 1 ? 'terminal has' : 'terminals have'} no session`,
          };
  }
}
