import { env, window } from 'vscode';
import { Cancelled } from '../../errors';
import { nameInArn } from '../../aws/model';
import type { OpenSession } from '../../sessions/openSessions';
import type { Delivery } from '../../terminal/delivery';
import { defaultDelivery } from '../../sessions/settings';
import { keyVariables } from '../../terminal/environment';
import { exportsFor } from '../../terminal/exports';
import { verifyIdentity } from '../../terminal/roleTerminals';
import type { Subject } from '../../views/row';
import { type ChosenRole, chooseRole } from './chooseRole';
import type { AssumeContext } from './context';
import { beginDraft, deliveryOf, type Draft, identityOf } from './draft';
import { explainDraft, explainFirstTime, explainInstanceRole, showDenial } from './explain';
import { askMissing } from './optionPrompts';
import { settleOptions } from './optionSheet';
import { startOwnSession, startSession } from './start';
import { trustOutlook } from './trustOutlook';
import { warnOfOwnFiles } from './warnOfOwnFiles';

/** Assumes a role as the person wants it, and opens a terminal that acts as it. */
export const assumeRole = async (context: AssumeContext, subject: Subject | undefined): Promise<void> => {
  const { open, delivery } = await settleSession(context, await chooseRole(context, subject));
  await deliver(context, open, delivery);
};

/** Explains what assuming a role would mean, without doing it. */
export const explainRole = async (context: AssumeContext, subject: Subject | undefined): Promise<void> => {
  const chosen = await chooseRole(context, subject);
  if (!hasArn(chosen)) return;
  const draft = await beginDraft(context, chosen);
  draft.identity = await identityOf(draft.base);
  const { denial } = await trustOutlook(context, draft);
  if (denial === undefined) await explainDraft(draft);
  else
    await showDenial(
      `The trust policy of role ${nameInArn(chosen.roleArn)} will most likely refuse you.`,
      denial,
      chosen.role?.trust,
    );
};

export interface SettledSession {
  readonly open: OpenSession;
  readonly delivery: Delivery;
}

/** Everything from a chosen role to its session: options, explanation, STS. */
export const settleSession = async (context: AssumeContext, chosen: ChosenRole): Promise<SettledSession> => {
  if (!hasArn(chosen) || chosen.config?.way === 'own')
    return { open: await startOwnSession(context, chosen), delivery: defaultDelivery() };
  const draft = await beginDraft(context, chosen);
  await settleOptions(context, draft, {
    explain: explainDraft,
    showOutlook: async ({ denial }) => {
      if (denial !== undefined)
        await showDenial(
          `The trust policy of role ${nameInArn(chosen.roleArn)} will most likely refuse you.`,
          denial,
          chosen.role?.trust,
        );
    },
  });
  if (!(await askMissing(context, draft))) throw new Cancelled();
  if (chosen.instance !== undefined) await explainInstanceRole(draft, await outlookOf(context, draft));
  await explainFirstTime(context, draft);
  const open = await startSession(context, draft);
  await context.remembered.remember(chosen.roleArn, draft.options);
  return { open, delivery: deliveryOf(draft) };
};

const outlookOf = async (context: AssumeContext, draft: Draft) => {
  draft.identity ??= await identityOf(draft.base);
  return trustOutlook(context, draft);
};

const hasArn = (chosen: ChosenRole): chosen is ChosenRole & { readonly roleArn: string } =>
  chosen.roleArn !== undefined;

/** Hands a session to a terminal, or to the clipboard, and checks with AWS whose it is. */
export const deliver = async (
  { terminals, sessions }: AssumeContext,
  open: OpenSession,
  delivery: Delivery,
): Promise<void> => {
  try {
    if (delivery === 'exports') await copyExports(open);
    else await terminals.open(open, delivery);
  } catch (error) {
    sessions.close(open);
    throw error;
  }
  if (await verifyIdentity(sessions, open)) await warnOfOwnFiles(delivery);
};

const clipboardMs = 60_000;

/** Puts commands for another shell into the clipboard and takes them out again after a minute. */
export const copyExports = async (open: OpenSession): Promise<void> => {
  const credentials = open.session.credentials();
  if (credentials === undefined) return;
  const shell = process.platform === 'win32' ? 'powershell' : 'posix';
  const { region } = open.connection.place;
  const text = exportsFor(
    { ...keyVariables(credentials), AWS_REGION: region, AWS_DEFAULT_REGION: region },
    shell,
  );
  await env.clipboard.writeText(text);
  setTimeout(() => void forget(text), clipboardMs).unref();
  void window.showInformationMessage(
    `Exports for role ${nameInArn(open.roleArn)} are in the clipboard for one minute. They are keys: paste them into a shell and nowhere else. They are not renewed.`,
  );
};

const forget = async (text: string): Promise<void> => {
  if ((await env.clipboard.readText()) === text) await env.clipboard.writeText('');
};
