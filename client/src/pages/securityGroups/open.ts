import { env, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { Instance } from '../../aws/model';
import { inert } from '../../inert';
import type { Account } from '../../state/account';
import { standalone, type Pages } from '../page';
import { actions, renderSecurityGroups } from './render';
import { ruleTables } from './rules';
import { toCsv, toMarkdown } from './text';

/** Runs what a button of a page does, telling failures as commands do. */
export type RunAction = (work: () => Promise<unknown>) => Promise<void>;

/** Shows every security group of an instance on one page. Reading them takes two to five calls. */
export const openSecurityGroups = async (
  { account, pages, run }: { readonly account: Account; readonly pages: Pages; readonly run: RunAction },
  instance: Instance,
): Promise<void> => {
  const { network: service, place } = await account.connectionTo(instance);
  const name = inert(instance.name ?? '') || instance.id;
  const title = `Security groups of ${name}`;
  const where = [
    instance.id,
    instance.state,
    place.region,
    instance.account && `account ${instance.account}`,
    `profile ${place.profile ?? 'default'}`,
  ]
    .filter(Boolean)
    .join(' · ');
  const network = await window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: `Reading the security groups of ${name}…`,
      cancellable: true,
    },
    (_, token) => {
      const controller = new AbortController();
      token.onCancellationRequested(() => {
        controller.abort();
      });
      return service.ofInstance(instance.id, controller.signal);
    },
  );
  const tables = ruleTables(network);
  const key = `securityGroups ${place.profile ?? ''} ${place.region} ${instance.id}`;
  const page = pages.open({ key, title });
  const copy = async (text: string, as: string) => {
    await env.clipboard.writeText(text);
    window.setStatusBarMessage(`Copied the rules as ${as}`, 3_000);
  };
  page.show(renderSecurityGroups({ title, where }, network, tables, actions), {
    copyMarkdown: () => run(() => copy(toMarkdown(title, tables), 'Markdown')),
    copyCsv: () => run(() => copy(toCsv(tables), 'CSV')),
    refresh: () => run(() => openSecurityGroups({ account, pages, run }, instance)),
    export: () =>
      run(async () => {
        const body = renderSecurityGroups({ title, where }, network, tables, undefined);
        await save(instance.id, {
          html: async () => standalone(title, body, await pages.read('page.css')),
          md: () => toMarkdown(title, tables),
          csv: () => toCsv(tables),
        });
      }),
  });
};

type Formats = Readonly<Record<'html' | 'md' | 'csv', () => string | Promise<string>>>;

/** Saves in the format that the chosen name ends with. */
const save = async (id: string, formats: Formats): Promise<void> => {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const name = `security-groups-${id}.html`;
  const file = await window.showSaveDialog({
    title: 'Export Security Groups',
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
    filters: { 'Web page, to print': ['html'], Markdown: ['md'], CSV: ['csv'] },
  });
  if (file === undefined) return;
  const ending = file.path.slice(file.path.lastIndexOf('.') + 1).toLowerCase();
  const make = formats[ending as keyof Formats] ?? formats.html;
  await workspace.fs.writeFile(file, new TextEncoder().encode(await make()));
  window.setStatusBarMessage('Exported the security groups', 3_000);
};
