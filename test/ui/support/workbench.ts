import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { dist } from '../../environment/paths';
import { findBrowser } from '../../environment/systemPackages';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The editor's window as a person uses it: by mouse and keyboard. */
export class Workbench {
  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  static async open(url: string): Promise<Workbench> {
    const executablePath = findBrowser();
    if (!executablePath) throw new Error('There is no Chromium on the PATH.');
    const browser = await chromium.launch({ executablePath, args: quiet });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(30_000);
    await page.goto(url);
    await page.locator('.monaco-workbench .explorer-folders-view').waitFor({ timeout: 90_000 });
    return new Workbench(browser, page);
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** Opens a file of the workspace from the explorer. */
  async openFile(name: string): Promise<void> {
    await this.page.getByRole('treeitem', { name }).first().dblclick();
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
  }

  /** Runs a command of the palette by its title. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.quickInput;
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.row(title).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Chooses the row of an open picker that holds the text. */
  async pick(text: string): Promise<void> {
    await this.row(text).first().click();
  }

  /** Answers an open input box. */
  async answer(text: string): Promise<void> {
    await this.quickInput.waitFor();
    await this.quickInput.fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Moves the cursor to a line and column, by keyboard. */
  async goTo(place: string): Promise<void> {
    await this.page.keyboard.press('Control+g');
    await this.answer(`:${place}`);
  }

  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible input').first();
  }

  get pickerTitle(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-title');
  }

  /** A row of an open picker. */
  row(text: string): Locator {
    return this.page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: text });
  }

  /** Presses a button of the modal dialog. */
  async confirm(button: string): Promise<void> {
    await this.dialog.getByRole('button', { name: button }).click();
  }

  /** The editor that keys go to. */
  get focusedEditor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor.focused').first();
  }

  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** A message in the corner of the window. */
  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast', { hasText: text });
  }

  /** Shows the sidebar's view of the account. */
  async showAccount(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Trustwright' }).first().click();
    await this.page.locator('.pane-body .monaco-list-row').first().waitFor();
  }

  /** A row of the tree in the sidebar. */
  treeRow(text: string | RegExp): Locator {
    return this.page.locator('.sidebar .monaco-list-row', { hasText: text });
  }

  /** Chooses a profile in the menu beside the terminal's + button. */
  async newTerminal(profile: string): Promise<void> {
    const item = this.page.locator('.monaco-menu:visible').getByRole('menuitem', { name: profile });
    await this.untilDone(
      async () => {
        if (!(await item.isVisible()))
          await this.page
            .locator('.panel .dropdown-action-container:visible')
            .first()
            .click({ timeout: 5_000 });
        await item.hover({ timeout: 5_000 });
        await this.page.waitForTimeout(400);
        await item.click({ timeout: 5_000 });
      },
      () => this.quickInput.isVisible(),
      `opening a terminal with ${profile}`,
    );
  }

  /** A row of the view of role sessions. */
  sessionRow(text: string | RegExp): Locator {
    const view = this.page.locator('.pane', { hasText: 'Role Sessions' });
    return view.locator('.monaco-list-row', { hasText: text });
  }

  /** Opens or closes a row of the tree. A row that is drawn anew under the mouse misses the click: try again. */
  async toggle(text: string | RegExp): Promise<void> {
    const row = this.treeRow(text).first();
    await row.waitFor();
    const before = await row.getAttribute('aria-expanded');
    await this.untilDone(
      () => row.locator('.monaco-tl-twistie').click({ timeout: 5_000 }),
      async () => (await row.getAttribute('aria-expanded')) !== before,
      `toggling ${String(text)}`,
    );
  }

  /** Chooses an entry of a row's context menu. A menu that has just opened ignores the mouse for a moment. */
  async contextMenu(row: string | RegExp, entry: string): Promise<void> {
    const menu = this.page.locator('.monaco-menu:visible');
    const item = menu.getByRole('menuitem', { name: entry });
    await this.treeRow(row).first().waitFor();
    await this.untilDone(
      async () => {
        if (!(await item.isVisible()))
          await this.treeRow(row).first().click({ button: 'right', timeout: 5_000 });
        await item.hover({ timeout: 5_000 });
        await this.page.waitForTimeout(400);
        await item.click({ timeout: 5_000 });
      },
      async () => !(await item.isVisible()),
      `choosing ${entry}`,
    );
  }

  /** Does something again until it has an effect. */
  private async untilDone(
    act: () => Promise<void>,
    done: () => Promise<boolean>,
    what: string,
  ): Promise<void> {
    let last = '';
    for (let tries = 0; tries < 5; tries++) {
      await act().catch((error: unknown) => (last = String(error)));
      for (let waits = 0; waits < 10; waits++) {
        if (await done()) return;
        await this.page.waitForTimeout(150);
      }
    }
    throw new Error(`${what} had no effect. ${last}`);
  }

  /** Squiggles of a severity in the visible editor. */
  squiggles(severity: 'error' | 'warning' | 'info' | 'hint'): Locator {
    return this.page.locator(`.monaco-editor .squiggly-${severity}`);
  }

  /** Words of the visible editor, by their text. */
  text(words: string): Locator {
    return this.page.locator('.monaco-editor .view-line span span', { hasText: words }).last();
  }

  /** Rests the mouse on words of the editor until they are explained; typing and loading can hide the box again. */
  async explain(words: string, says: string): Promise<void> {
    const box = this.hoverBox.filter({ hasText: says }).first();
    await this.untilDone(
      async () => {
        await this.page.mouse.move(900, 600);
        await this.text(words).hover({ timeout: 5_000 });
        await box.waitFor({ timeout: 5_000 });
      },
      () => box.isVisible(),
      `explaining ${words}`,
    );
  }

  /** The box that explains what is under the mouse. */
  get hoverBox(): Locator {
    return this.page.locator('.monaco-hover:visible');
  }

  /** An entry of the open list of suggestions. */
  suggestion(label: string): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: label }).first();
  }

  /** Asks for suggestions by keyboard until the one is there. */
  async suggest(label: string): Promise<void> {
    const list = this.page.locator('.suggest-widget.visible');
    await this.untilDone(
      async () => {
        if (await list.isVisible()) await this.page.keyboard.press('Escape');
        await this.page.keyboard.press('Control+Space');
        await this.suggestion(label).waitFor({ timeout: 3_000 });
      },
      () => this.suggestion(label).isVisible(),
      `asking for ${label}`,
    );
  }

  /** Waits until nothing is underlined. */
  async noSquiggles(): Promise<void> {
    for (const severity of ['error', 'warning'] as const)
      await this.squiggles(severity).first().waitFor({ state: 'detached' });
  }

  /** Moves to an entry of the list of suggestions by keyboard and accepts it. */
  async choose(label: string): Promise<void> {
    await this.suggestion(label).waitFor();
    const focused = this.page.locator('.suggest-widget.visible .monaco-list-row.focused');
    for (let presses = 0; presses < 50; presses++) {
      const row = await focused.getAttribute('aria-label');
      if (row?.startsWith(`${label}`)) break;
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Enter');
  }

  /** Text of an open picker or input box, its prompt included. */
  quickInputText(text: string | RegExp): Locator {
    return this.page.locator('.quick-input-widget:visible', { hasText: text });
  }

  /** Takes what an input box proposes. */
  async acceptInput(prompt: string): Promise<void> {
    await this.quickInputText(prompt).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Types a line into the visible terminal. Its right half may be below messages. */
  async type(line: string): Promise<void> {
    await this.page.locator('.terminal-wrapper.active').click({ position: { x: 60, y: 12 } });
    await this.page.keyboard.type(`${line}\n`);
  }

  /** Waits until the visible terminal shows the text. */
  async terminalShows(text: RegExp, limit = 30_000): Promise<void> {
    const end = Date.now() + limit;
    while (!text.test(await this.terminalText())) {
      if (Date.now() > end)
        throw new Error(`The terminal does not show ${text}:\n${await this.terminalText()}`);
      await this.page.waitForTimeout(200);
    }
  }

  statusBar(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  /** What the visible terminal shows. */
  async terminalText(): Promise<string> {
    const rows = await this.page.locator('.terminal-wrapper.active .xterm-rows > div').allInnerTexts();
    return rows.join('\n').replaceAll('\u00a0', ' ').trimEnd();
  }

  /** Keeps a picture of the window in dist/screenshots. */
  async screenshot(name: string): Promise<void> {
    const folder = join(dist, 'screenshots');
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`) });
  }
}
