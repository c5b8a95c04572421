import { MarkdownString } from 'vscode';
import { inert } from '../inert';
import type { Details } from './row';

/**
 * What hovering tells, in Markdown that neither runs commands nor takes HTML. Names and tags come from the account, so
 * each goes in as text, never as Markdown.
 */
export const tooltip = ({ title, facts, problem }: Details): MarkdownString => {
  const markdown = new MarkdownString('', false);
  markdown.appendMarkdown('**').appendText(title).appendMarkdown('**');
  for (const [name, value] of facts) {
    if (value === undefined || value === '') continue;
    markdown.appendMarkdown(`\n\n${name}: `).appendText(inert(value, 500));
  }
  if (problem !== undefined) markdown.appendMarkdown('\n\n---\n\n').appendText(problem);
  return markdown;
};
