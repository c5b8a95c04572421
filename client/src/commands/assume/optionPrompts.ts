import { type InputBoxOptions, type QuickPickItem, window } from 'vscode';
import { loadAws } from '../../aws/load';
import { nameInArn } from '../../aws/model';
import { isRegionName, knownRegions } from '../../aws/regions';
import { inertInLabel } from '../../inert';
import {
  durationProblem,
  durationWords,
  externalIdProblem,
  mfaSerialProblem,
  readTags,
  sessionNameProblem,
  sourceIdentityProblem,
  writeTags,
} from '../../sessions/limits';
import type { AssumeOptions, BaseIdentity } from '../../sessions/options';
import { deliveries, type Delivery } from '../../terminal/delivery';
import { policyUriOf } from './choosePolicy';
import type { AssumeContext } from './context';
import { baseOf, capOf, type Draft, identityOf } from './draft';

export type OptionName = keyof AssumeOptions;

/** Lets the person change one option. Nothing changes where they give up. */
export const promptFor = (context: AssumeContext, draft: Draft, name: OptionName): Promise<void> =>
  prompts[name](context, draft);

type Prompt = (context: AssumeContext, draft: Draft) => Promise<void>;

const set = (draft: Draft, changed: { [N in OptionName]?: AssumeOptions[N] | undefined }): void => {
  const next = Object.entries({ ...draft.options, ...changed }).filter(([, value]) => value !== undefined);
  draft.options = Object.fromEntries(next) as unknown as AssumeOptions;
};

type TextOption = 'sessionName' | 'externalId' | 'mfaSerial' | 'sourceIdentity';

/** A text that may be left empty for "none". */
const textPrompt =
  (name: TextOption, problem: (text: string) => string | undefined, options: InputBoxOptions): Prompt =>
  async (_, draft) => {
    const text = await input(draft, {
      ...options,
      value: draft.options[name] ?? '',
      validateInput: (typed) => (typed === '' ? undefined : problem(typed)),
    });
    if (text !== undefined) set(draft, { [name]: text === '' ? undefined : text });
  };

const askDuration: Prompt = async (_, draft) => {
  const cap = capOf(draft);
  const usual = [900, 1800, 3600, 7200, 14_400, 28_800, 43_200].filter((each) => each < cap.seconds);
  const items = [...usual, cap.seconds].map((seconds) => ({
    label: durationWords(seconds),
    description: seconds === cap.seconds ? `the longest: ${cap.reason}` : '',
    seconds,
  }));
  const chosen = await pick(draft, [
    ...items,
    { label: '$(edit) Another…', description: 'in minutes', seconds: 0 },
  ]);
  if (chosen === undefined) return;
  const seconds = chosen.seconds === 0 ? await askMinutes(draft) : chosen.seconds;
  if (seconds !== undefined) set(draft, { durationSeconds: seconds });
};

const askMinutes = async (draft: Draft): Promise<number | undefined> => {
  const text = await input(draft, {
    prompt: 'Duration in minutes',
    value: String(draft.options.durationSeconds / 60),
    validateInput: (typed) => durationProblem(Number(typed || NaN) * 60, capOf(draft)),
  });
  return text === undefined ? undefined : Number(text) * 60;
};

const askTags: Prompt = async (_, draft) => {
  const text = await input(draft, {
    prompt:
      'Session tags, as team=web, stage=test. The trust policy must allow sts:TagSession. Nothing for none',
    value: writeTags(draft.options.tags ?? {}),
    validateInput: (typed) => {
      const tags = readTags(typed);
      return typeof tags === 'string' ? tags : undefined;
    },
  });
  if (text === undefined) return;
  const tags = readTags(text);
  if (typeof tags !== 'string') set(draft, { tags: Object.keys(tags).length === 0 ? undefined : tags });
};

const askPolicy: Prompt = async (context, draft) => {
  const answer = await policyUriOf(context, draft.options.policyUri);
  if (answer !== undefined) set(draft, { policyUri: answer === 'none' ? undefined : answer });
};

const askBase: Prompt = async (context, draft) => {
  const profiles = await (await loadAws()).listProfiles();
  const items: (QuickPickItem & { base: BaseIdentity })[] = [
    {
      label: 'The sidebar’s profile',
      description: inertInLabel(context.account.place?.profile ?? 'default'),
      base: { kind: 'chosen' },
    },
    ...context.sessions.all.map(({ id, roleArn }) => ({
      label: `$(key) ${inertInLabel(nameInArn(roleArn))}`,
      description: 'an open session: chaining roles, at most one hour',
      base: { kind: 'session' as const, id },
    })),
    ...profiles.map(({ name, source }) => ({
      label: inertInLabel(name),
      description: inertInLabel(source),
      base: { kind: 'profile' as const, profile: name },
    })),
  ];
  const chosen = await pick(draft, items, 'Who assumes the role');
  if (chosen === undefined) return;
  draft.base = await baseOf(context, chosen.base);
  draft.identity = await identityOf(draft.base);
  set(draft, { base: chosen.base });
};

const askRegion: Prompt = async (_, draft) => {
  const region = await pick(
    draft,
    Object.entries(knownRegions).map(([label, description]) => ({ label, description })),
    'Region of the terminal’s programs',
  );
  if (region !== undefined && isRegionName(region.label)) set(draft, { region: region.label });
};

const askDelivery: Prompt = async (_, draft) => {
  const items = (Object.keys(deliveries) as Delivery[]).map((delivery) => {
    const { label, gives, breaks } = deliveries[delivery];
    return { label, description: gives, detail: breaks, delivery };
  });
  const chosen = await pick(draft, items, 'How programs get the credentials, and what that breaks');
  if (chosen !== undefined) set(draft, { delivery: chosen.delivery });
};

const prompts: Record<OptionName, Prompt> = {
  sessionName: textPrompt('sessionName', sessionNameProblem, {
    prompt:
      'Session name: shows in CloudTrail who acted as the role. Nothing for one made of your name and the time',
  }),
  externalId: textPrompt('externalId', externalIdProblem, {
    prompt: 'External ID, as the role’s owner gave it to you, or nothing where the role needs none',
  }),
  mfaSerial: textPrompt('mfaSerial', mfaSerialProblem, {
    prompt: 'ARN of your MFA device, or nothing where the role needs none or you signed in with MFA already',
    placeHolder: 'arn:aws:iam::123456789012:mfa/name',
  }),
  sourceIdentity: textPrompt('sourceIdentity', sourceIdentityProblem, {
    prompt:
      'Source identity: stays with every role assumed from this session. The trust policy must allow sts:SetSourceIdentity. Nothing for none',
  }),
  durationSeconds: askDuration,
  tags: askTags,
  policyUri: askPolicy,
  base: askBase,
  region: askRegion,
  delivery: askDelivery,
};

/** Asks for what the trust policy demands and nobody has given yet. */
export const askMissing = async (context: AssumeContext, draft: Draft): Promise<boolean> => {
  const { requirements } = draft;
  if (requirements.externalId !== undefined && draft.options.externalId === undefined) {
    await promptFor(context, draft, 'externalId');
    if (draft.options.externalId === undefined) return false;
  }
  if (!requirements.mfa || draft.options.mfaSerial !== undefined || draft.base.session !== undefined)
    return true;
  const serial = await input(draft, {
    prompt: 'ARN of your MFA device (the role requires MFA), or nothing where you signed in with MFA already',
    placeHolder: 'arn:aws:iam::123456789012:mfa/name',
    validateInput: (text) => (text === '' ? undefined : mfaSerialProblem(text)),
  });
  if (serial !== undefined && serial !== '') set(draft, { mfaSerial: serial });
  return serial !== undefined;
};

const titleOf = ({ chosen }: Draft): string => `Assume Role ${nameInArn(chosen.roleArn)}`;

const input = (draft: Draft, options: InputBoxOptions): Thenable<string | undefined> =>
  window.showInputBox({ title: titleOf(draft), ignoreFocusOut: true, ...options });

const pick = <T extends QuickPickItem>(
  draft: Draft,
  items: readonly T[],
  placeHolder = '',
): Thenable<T | undefined> =>
  window.showQuickPick(items, { title: titleOf(draft), placeHolder, matchOnDescription: true });
