import { QuickPickItemKind, type QuickPickItem, window } from 'vscode';
import { accountInArn, nameInArn } from '../../aws/model';
import { answered } from '../../errors';
import { inertInLabel } from '../../inert';
import { clockTime, shortIdentity } from '../../sessions/explanation';
import { durationWords, writeTags } from '../../sessions/limits';
import { deliveries } from '../../terminal/delivery';
import type { AssumeContext } from './context';
import { capOf, defaultsFor, deliveryOf, type Draft, identityOf, whoseIdentity } from './draft';
import { type OptionName, promptFor } from './optionPrompts';
import { type TrustOutlook, trustOutlook } from './trustOutlook';

interface SheetItem extends QuickPickItem {
  readonly act?: OptionName | 'open' | 'explain' | 'outlook' | 'reset';
}

export interface SheetActions {
  readonly explain: (draft: Draft) => Promise<void>;
  readonly showOutlook: (outlook: TrustOutlook) => Promise<void>;
}

/**
 * Shows how a role is going to be assumed, each part of it open to change, until the person says go. Enter right away
 * takes what is proposed.
 */
export const settleOptions = async (
  context: AssumeContext,
  draft: Draft,
  actions: SheetActions,
): Promise<void> => {
  for (;;) {
    const { act, outlook } = answered(await showSheet(context, draft));
    if (act === 'open') return;
    if (act === 'explain') await actions.explain(draft);
    else if (act === 'outlook' && outlook !== undefined) await actions.showOutlook(outlook);
    else if (act === 'reset') draft.options = defaultsFor(draft.chosen, draft.requirements);
    else if (act !== 'outlook') await promptFor(context, draft, act);
  }
};

interface Answer {
  readonly act: NonNullable<SheetItem['act']>;
  readonly outlook: TrustOutlook | undefined;
}

const showSheet = (context: AssumeContext, draft: Draft): Promise<Answer | undefined> =>
  new Promise((resolve) => {
    const { roleArn } = draft.chosen;
    const picker = window.createQuickPick<SheetItem>();
    let outlook: TrustOutlook | undefined;
    const show = () => {
      const act = picker.activeItems[0]?.act;
      picker.items = itemsOf(context, draft, outlook);
      // What arrives while the person reads must not move them.
      if (act !== undefined) picker.activeItems = picker.items.filter((item) => item.act === act);
    };
    picker.title = `Assume Role ${nameInArn(roleArn)} of Account ${context.terminals.accountName(roleArn)}`;
    picker.placeholder = 'Enter opens the terminal; choose a line to change it';
    picker.matchOnDescription = true;
    picker.ignoreFocusOut = true;
    picker.onDidAccept(() => {
      const act = picker.selectedItems[0]?.act;
      if (act === undefined) return;
      resolve({ act, outlook });
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    show();
    picker.show();
    void learn(context, draft).then((learnt) => {
      outlook = learnt;
      show();
    });
  });

/** Who the base identity is and what the trust policy will say to it; neither keeps the person waiting. */
const learn = async (context: AssumeContext, draft: Draft): Promise<TrustOutlook> => {
  draft.identity ??= await identityOf(draft.base);
  return trustOutlook(context, draft);
};

const heading = (label: string): SheetItem => ({ label, kind: QuickPickItemKind.Separator });

const itemsOf = (
  { sessions }: AssumeContext,
  draft: Draft,
  outlook: TrustOutlook | undefined,
): SheetItem[] => {
  const { options, base, chosen } = draft;
  const cap = capOf(draft);
  const seconds = Math.min(options.durationSeconds, cap.seconds);
  const delivery = deliveryOf(draft);
  const from = base.session === undefined ? undefined : sessions.byId(base.session.id);
  return [
    openItem(draft, seconds),
    {
      label: outlook?.denial === undefined ? '$(shield) Trust policy' : '$(warning) Trust policy',
      description: outlook?.says ?? 'asking…',
      act: 'outlook',
    },
    { label: '$(question) What does this mean?', act: 'explain' },
    heading('how'),
    option('sessionName', 'Session name', draft.sessionName(), 'shows in CloudTrail'),
    option(
      'durationSeconds',
      'Duration',
      durationWords(seconds),
      `at most ${durationWords(cap.seconds)}: ${cap.reason}`,
    ),
    option(
      'externalId',
      'External ID',
      options.externalId,
      required(draft.requirements.externalId !== undefined),
    ),
    option('mfaSerial', 'MFA device', options.mfaSerial, required(draft.requirements.mfa)),
    option('sourceIdentity', 'Source identity', options.sourceIdentity),
    option('tags', 'Tags', options.tags === undefined ? undefined : writeTags(options.tags)),
    option(
      'policyUri',
      'Session policy',
      options.policyUri?.split('/').pop(),
      'narrows what the session may do',
    ),
    heading('where'),
    option(
      'base',
      'Assumed by',
      from === undefined ? whoseIdentity(base) : `the session of role ${nameInArn(from.roleArn)}`,
      draft.identity === undefined ? undefined : shortIdentity(draft.identity.arn),
    ),
    option('region', 'Region', options.region ?? base.connection.place.region),
    option('delivery', 'Credentials by', deliveries[delivery].label, deliveries[delivery].gives),
    ...(chosen.config === undefined
      ? [
          heading(''),
          { label: '$(discard) Reset', description: 'forget what was chosen before', act: 'reset' as const },
        ]
      : []),
  ];
};

const openItem = (draft: Draft, seconds: number): SheetItem => {
  const { chosen, options, identity } = draft;
  const role = inertInLabel(nameInArn(chosen.roleArn));
  const until = clockTime(new Date(Date.now() + seconds * 1000));
  const renewal = options.mfaSerial === undefined ? 'renewed automatically' : 'takes an MFA code';
  const account = accountInArn(chosen.roleArn) ?? '';
  return {
    label:
      deliveryOf(draft) === 'exports'
        ? `$(copy) Copy exports for role ${role}`
        : `$(terminal) Open a terminal as role ${role}`,
    description: `of account ${account} until ${until}, ${renewal}`,
    ...(identity === undefined
      ? {}
      : {
          detail: `You are ${inertInLabel(shortIdentity(identity.arn))} in account ${accountInArn(identity.arn) ?? ''}`,
        }),
    act: 'open',
  };
};

const required = (is: boolean): string | undefined => (is ? 'the trust policy asks for it' : undefined);

const option = (act: OptionName, label: string, value: string | undefined, note?: string): SheetItem => ({
  label,
  description: inertInLabel([value ?? 'none', note].filter(Boolean).join(' · ')),
  act,
});
