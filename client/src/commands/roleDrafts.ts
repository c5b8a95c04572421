import { commands, DiagnosticSeverity, languages, type TextDocument, window, workspace } from 'vscode';
import { parse, type ParseError } from 'jsonc-parser';
import type { Disposable } from '../emitter';
import type { Action } from '../changes/action';
import { ec2TrustPolicy } from '../changes/ownRole';
import { iamNameProblem, longestName } from '../changes/profilePlans';
import { ChangeError } from '../changes/run';
import { answered, Cancelled } from '../errors';
import type { Account } from '../state/account';
import { propose } from './propose';
import type { ChangingContext } from './registerChanging';

/** What a draft is to become. */
interface Draft {
  readonly name: string;
  /** With an instance profile of the same name. */
  readonly withProfile: boolean;
}

const isDraft = 'trustwright.roleDraft';
const create = 'Create Role…';

/**
 * Roles on their way: a trust policy in the editor, with all the editor's help, that becomes a role when the person says
 * so. Closing the document gives it up.
 */
export class RoleDrafts implements Disposable {
  readonly #drafts = new Map<string, Draft>();
  readonly #owned = [
    window.onDidChangeActiveTextEditor(() => {
      this.#tell();
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      this.#drafts.delete(uri.toString());
      this.#tell();
    }),
  ];

  /** Opens a trust policy that lets EC2 assume a role of a name that is asked for. */
  async begin(account: Account): Promise<void> {
    const title = 'Create Role for EC2';
    const connection = await account.connection();
    const roles = account.lists.roles.items;
    const name = answered(
      await window.showInputBox({
        title,
        prompt: 'Name of the new role',
        ignoreFocusOut: true,
        validateInput: (text) =>
          iamNameProblem(
            text,
            longestName.role,
            roles.map((role) => role.name),
          ),
      }),
    );
    const free = (await connection.roles.profile(name)) === undefined;
    const withProfile = free && (await askWithProfile(title, name));
    const partition = roles[0]?.arn.split(':')[1] ?? 'aws';
    const content = `${ec2TrustPolicy(partition)}\n`;
    const document = await workspace.openTextDocument({ language: 'iam-policy', content });
    this.#drafts.set(document.uri.toString(), { name, withProfile });
    await window.showTextDocument(document);
    this.#tell();
    void this.#offer(document, name);
  }

  /** Creates the role of the draft in the active editor. */
  async finish(context: ChangingContext): Promise<void> {
    const document = window.activeTextEditor?.document;
    const draft = document && this.#drafts.get(document.uri.toString());
    if (document === undefined || draft === undefined)
      throw new ChangeError('This is no trust policy of a new role. Begin with Create Role for EC2.');
    await refuseErrors(document);
    const { account } = context;
    const connection = await account.connection();
    const { name } = draft;
    await propose(context, connection, {
      actions: actionsOf(draft, document.getText()),
      warnings: draft.withProfile ? [] : ['Without an instance profile no instance can use the role yet.'],
      question: `Create role ${name}?`,
      button: 'Create',
      lines: ['Trust policy: as in the editor', 'The role may do nothing until policies are attached to it.'],
      account: (await connection.sts.identity()).account,
      title: `Creating role ${name}`,
      done: `Role ${name} was created. Attach policies to say what it may do.`,
      undone: `Role ${name} was deleted again.`,
    });
    this.#drafts.delete(document.uri.toString());
    this.#tell();
  }

  dispose(): void {
    for (const owned of this.#owned) owned.dispose();
  }

  async #offer({ uri }: TextDocument, name: string): Promise<void> {
    const says = `Edit who may assume role ${name}, then create it.`;
    if ((await window.showInformationMessage(says, create)) !== create) return;
    if (!this.#drafts.has(uri.toString())) return;
    await window.showTextDocument(uri);
    await commands.executeCommand('trustwright.createRoleFromDraft');
  }

  #tell(): void {
    const uri = window.activeTextEditor?.document.uri.toString() ?? '';
    void commands.executeCommand('setContext', isDraft, this.#drafts.has(uri));
  }
}

const askWithProfile = async (title: string, name: string): Promise<boolean> => {
  const items = [
    {
      label: 'With an instance profile',
      detail: `Instances can run as it: profile ${name} is created, too`,
      value: true,
    },
    { label: 'The role alone', detail: 'For a role that no instance is to run as yet', value: false },
  ];
  return answered(await window.showQuickPick(items, { title, placeHolder: 'What is created?' })).value;
};

/** AWS would refuse most of what is underlined as an error; a person who knows better may insist. */
const refuseErrors = async (document: TextDocument): Promise<void> => {
  const errors = languages
    .getDiagnostics(document.uri)
    .filter(({ severity }) => severity === DiagnosticSeverity.Error);
  if (errors.length === 0) return;
  const insist = 'Create Anyway';
  const detail = errors
    .slice(0, 5)
    .map(({ message, range }) => `Line ${range.start.line + 1}: ${message}`)
    .join('\n');
  const question = `The trust policy has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}.`;
  if ((await window.showWarningMessage(question, { modal: true, detail }, insist)) !== insist)
    throw new Cancelled();
};

const actionsOf = ({ name, withProfile }: Draft, trust: string): Action[] => [
  {
    kind: 'createRole',
    spec: {
      name,
      path: '/',
      description: 'Role for EC2 instances',
      trust: plainJson(trust),
      maxSessionSeconds: 3600,
      boundaryArn: undefined,
      tags: {},
    },
  },
  ...(withProfile
    ? [
        { kind: 'createProfile' as const, profileName: name },
        { kind: 'addRole' as const, profileName: name, roleName: name },
      ]
    : []),
];

/** IAM takes plain JSON, so comments go. Text that is none goes as it is, for AWS to say what is wrong with it. */
const plainJson = (text: string): string => {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  return errors.length === 0 ? JSON.stringify(value) : text;
};
