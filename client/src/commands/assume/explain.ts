import { window, workspace } from 'vscode';
import { accountInArn, nameInArn } from '../../aws/model';
import { Cancelled } from '../../errors';
import { inertInMessage } from '../../inert';
import type { Denial } from '../../sessions/denial';
import { explainAssuming } from '../../sessions/explanation';
import type { AssumeContext } from './context';
import { capOf, type Draft, identityOf, whoseIdentity } from './draft';
import type { TrustOutlook } from './trustOutlook';

const explanationOf = async (draft: Draft): Promise<string> => {
  draft.identity ??= await identityOf(draft.base);
  const { chosen, options, identity, base } = draft;
  return explainAssuming({
    identityArn: identity?.arn,
    whose: whoseIdentity(base),
    roleArn: chosen.roleArn,
    sessionName: draft.sessionName(),
    durationSeconds: Math.min(options.durationSeconds, capOf(draft).seconds),
    now: new Date(),
    renewed: options.mfaSerial === undefined,
    narrowed: options.policyUri !== undefined,
  });
};

/** Says what assuming this role means, on request. */
export const explainDraft = async (draft: Draft): Promise<void> => {
  const detail = inertLines(await explanationOf(draft));
  await window.showInformationMessage(headline(draft), { modal: true, detail });
};

/** Says it once before the first role that a person ever assumes. Anything but going on means no. */
export const explainFirstTime = async ({ remembered }: AssumeContext, draft: Draft): Promise<void> => {
  if (remembered.explained) return;
  const go = 'Assume Role';
  const detail = inertLines(await explanationOf(draft));
  const choice = await window.showInformationMessage(headline(draft), { modal: true, detail }, go);
  if (choice !== go) throw new Cancelled();
  await remembered.rememberExplained();
};

/** An instance's role is EC2's to take; a person needs to be let in by the trust policy as well. */
export const explainInstanceRole = async (draft: Draft, outlook: TrustOutlook): Promise<void> => {
  const { instance, roleArn } = draft.chosen;
  if (instance === undefined) return;
  const role = nameInArn(roleArn);
  const go = outlook.denial === undefined ? 'Go On' : 'Try Anyway';
  const detail = inertLines(
    `${instance} gets its credentials from EC2, which the trust policy of role ${role} lets in. To act as the same role, you must be let in by that policy, too.\n\n` +
      (outlook.denial?.why ?? `As far as can be told, the trust policy ${outlook.says}.`),
  );
  const choice = await window.showWarningMessage(
    `Acting as the role of ${inertInMessage(instance, 80)}`,
    { modal: true, detail },
    go,
  );
  if (choice !== go) throw new Cancelled();
};

/** Shows why a trust policy refuses, with the statement. */
export const showDenial = async (title: string, denial: Denial, trust: string | undefined): Promise<void> => {
  const detail = [
    denial.why,
    ...(denial.statement === undefined ? [] : [`The statement:\n${denial.statement}`]),
  ];
  const show = 'Show Trust Policy';
  const buttons = trust === undefined ? [] : [show];
  const choice = await window.showErrorMessage(
    title,
    { modal: true, detail: inertLines(detail.join('\n\n')) },
    ...buttons,
  );
  if (choice === show && trust !== undefined) await showTrust(trust, denial.statement);
};

const showTrust = async (trust: string, statement: string | undefined): Promise<void> => {
  const document = await workspace.openTextDocument({ content: readable(trust), language: 'iam-policy' });
  const editor = await window.showTextDocument(document, { preview: true });
  const at =
    statement === undefined ? -1 : document.getText().indexOf(readable(statement).trim().slice(0, 20));
  if (at >= 0) editor.revealRange(document.lineAt(document.positionAt(at)).range);
};

const readable = (json: string): string => {
  try {
    return `${JSON.stringify(JSON.parse(json), null, 2)}\n`;
  } catch {
    return json;
  }
};

const headline = ({ chosen }: Draft): string =>
  inertInMessage(
    `Acting as role ${nameInArn(chosen.roleArn)} of account ${accountInArn(chosen.roleArn) ?? 'unknown'}`,
  );

/** Inert, but for the line breaks. */
const inertLines = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      inertInMessage(
        line.replace(/^ +/, (spaces) => ' '.repeat(spaces.length)),
        600,
      ),
    )
    .join('\n');
