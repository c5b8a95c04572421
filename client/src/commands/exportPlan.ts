import { window, workspace } from 'vscode';
import type { Place } from '../aws/api';
import { toCloudFormation } from '../changes/export/cloudFormation';
import { toDocument } from '../changes/export/planDocument';
import { toScript } from '../changes/export/script';
import { toTerraform } from '../changes/export/terraform';
import { type Proposal, whereLine } from '../changes/words';
import { inert } from '../inert';
import type { Offer } from './confirm';
import { showReport } from './reports';

interface Format {
  readonly label: string;
  readonly detail: string;
  readonly language: string;
  write(proposal: Proposal, place: Place): string;
}

const formats: readonly Format[] = [
  {
    label: '$(terminal-bash) AWS CLI',
    detail: 'A shell script that does all of it',
    language: 'shellscript',
    write: ({ question, actions }, place) => toScript(question.replace(/\?$/, ''), actions, place),
  },
  {
    label: '$(cloud) CloudFormation',
    detail: 'A template of the role and the profile; the instance is attached by a command',
    language: 'json',
    write: ({ actions }, place) => toCloudFormation(actions, place),
  },
  {
    label: '$(symbol-namespace) Terraform',
    detail: 'The role, its policies and the profile; the instance’s resource names the profile',
    language: 'terraform',
    write: ({ actions }) => toTerraform(actions),
  },
];

const again = 'Back to the Plan';

/** Offers to look at a plan at leisure, or to take it along, before it is carried out here or elsewhere. */
export const exportOffer = (proposal: Proposal, place: Place, account: string | undefined): Offer => ({
  button: 'Review or Export…',
  run: async () => {
    const review = {
      label: '$(book) Read the plan',
      detail: 'Steps, warnings, policies in full and commands',
    };
    const choice = await window.showQuickPick([review, ...formats], {
      title: inert(proposal.question.replace(/\?$/, '')),
      placeHolder: 'Nothing is changed by this',
    });
    if (choice === undefined) return true;
    if ('write' in choice) {
      const content = choice.write(proposal, place);
      await window.showTextDocument(await openUntitled(choice.language, content));
    } else {
      const { question, actions, warnings } = proposal;
      const where = whereLine({ place, account });
      await showReport('Plan', toDocument(question.replace(/\?$/, ''), where, actions, warnings, place));
    }
    return (await window.showInformationMessage('Nothing has been changed yet.', again)) === again;
  },
});

/** In the language's own colours where the editor knows it. */
const openUntitled = async (language: string, content: string) => {
  try {
    return await workspace.openTextDocument({ language, content });
  } catch {
    return workspace.openTextDocument({ content });
  }
};
