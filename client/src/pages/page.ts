import { type ExtensionContext, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { randomBytes } from 'node:crypto';
import type { Disposable } from '../emitter';
import { inert } from '../inert';
import { type Html, html } from './html';

export interface PageOptions {
  /** Pages of one kind and key are one panel. */
  readonly key: string;
  readonly title: string;
}

/** What a button of the page does, by the name in its `data-action`. */
export type Actions = Readonly<Record<string, () => unknown>>;

/** Pages of ours in the editor: HTML without any script but ours, and without anything from elsewhere. */
export class Pages implements Disposable {
  readonly #open = new Map<string, Page>();

  constructor(private readonly context: Pick<ExtensionContext, 'extensionUri'>) {}

  /** Opens a page, or shows the one that is open already. */
  open({ key, title }: PageOptions): Page {
    const known = this.#open.get(key);
    known?.reveal();
    return known ?? this.#create(key, title);
  }

  /** The text of a style sheet or an image of ours. */
  async read(file: string): Promise<string> {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(this.#media, file)));
  }

  dispose(): void {
    for (const page of this.#open.values()) page.close();
  }

  get #media(): Uri {
    return Uri.joinPath(this.context.extensionUri, 'client/media');
  }

  #create(key: string, title: string): Page {
    const panel = window.createWebviewPanel('trustwright.page', inert(title, 60), ViewColumn.Active, {
      enableScripts: true,
      enableCommandUris: false,
      localResourceRoots: [this.#media],
      enableFindWidget: true,
    });
    const icon = (theme: string) => Uri.joinPath(this.#media, `page-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const page = new Page(panel, this.#media);
    this.#open.set(key, page);
    page.onClosed(() => this.#open.delete(key));
    return page;
  }
}

/** One open page. */
export class Page {
  #actions: Actions = {};
  #closed = false;

  constructor(
    private readonly panel: WebviewPanel,
    private readonly media: Uri,
  ) {
    panel.webview.onDidReceiveMessage(({ action }: { action?: unknown }) => {
      if (typeof action === 'string' && Object.hasOwn(this.#actions, action)) void this.#actions[action]?.();
    });
    panel.onDidDispose(() => (this.#closed = true));
  }

  /** Shows a body; its buttons do the actions of their names. */
  show(body: Html, actions: Actions = {}): void {
    if (this.#closed) return;
    this.#actions = actions;
    const { webview } = this.panel;
    const address = (file: string) => webview.asWebviewUri(Uri.joinPath(this.media, file)).toString();
    const nonce = randomBytes(16).toString('base64');
    const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
    webview.html = `<!DOCTYPE html>\n${
      html`<html lang="en">
        <head>
          <meta charset="UTF-8" />
          <meta http-equiv="Content-Security-Policy" content="${policy}" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${this.panel.title}</title>
          <link rel="stylesheet" href="${address('page.css')}" />
        </head>
        <body>
          <main>${body}</main>
          <script nonce="${nonce}" src="${address('page.js')}"></script>
        </body>
      </html>`.text
    }`;
  }

  reveal(): void {
    this.panel.reveal();
  }

  close(): void {
    this.panel.dispose();
  }

  onClosed(listener: () => void): void {
    this.panel.onDidDispose(listener);
  }
}

/** A file of its own with the same content, to print or to send. Nothing in it runs. */
export const standalone = (title: string, body: Html, style: string): string =>
  `<!DOCTYPE html>\n${
    html`<html lang="en">
      <head>
        <meta charset="UTF-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${title}</title>
        <style>
          /*STYLE*/
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`.text
  }\n`.replace('/*STYLE*/', () => style);
