import { env, Uri, window } from 'vscode';
import type { Place } from '../aws/api';
import { identifierOf, type Subject } from '../views/row';

/** Copies the ARN of a role, an instance profile or a policy, or the id of an instance. */
export const copyIdentifier = async (subject: Subject): Promise<void> => {
  const text = identifierOf(subject);
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(`Copied ${text}`, 3_000);
};

/** Copies a text that is too long to be shown again. */
export const copyText = async (text: string): Promise<void> => {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage('Copied the policy', 3_000);
};

/** Opens the page of an instance, a role or a policy in the AWS console, signed in as whoever the browser is. */
export const openInConsole = async (subject: Subject, place: Place): Promise<void> => {
  await env.openExternal(
    Uri.parse(`https://${consoleHost(place.region)}/${consolePath(subject, place.region)}`, true),
  );
};

/** The console of the partition that a region belongs to. */
const consoleHost = (region: string): string => {
  if (region.startsWith('cn-')) return 'console.amazonaws.cn';
  if (region.startsWith('us-gov-')) return 'console.amazonaws-us-gov.com';
  return 'console.aws.amazon.com';
};

const consolePath = (subject: Subject, region: string): string => {
  switch (subject.kind) {
    case 'instance':
      return `ec2/home?region=${region}#InstanceDetails:instanceId=${encodeURIComponent(subject.instance.id)}`;
    case 'role':
      return `iam/home#/roles/details/${encodeURIComponent(subject.role.name)}`;
    case 'inlinePolicy':
      return `iam/home#/roles/details/${encodeURIComponent(subject.roleName)}/editPolicy/${encodeURIComponent(subject.name)}`;
    case 'policy':
      return `iam/home#/policies/details/${encodeURIComponent(subject.arn)}`;
    case 'profile':
      // The console has no page for instance profiles; the role's page is where they show.
      return `iam/home#/roles/details/${encodeURIComponent(subject.profile.roles[0]?.name ?? subject.profile.name)}`;
  }
};
