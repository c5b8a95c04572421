import { inert } from '../../inert';
import type { ChainStep } from '../../state/chainSteps';
import type { Problem } from '../../state/diagnosis';
import { type Html, html } from '../html';

/** A button of a step that shows something, such as a policy. */
export interface StepButton {
  readonly link: ChainStep['link'];
  readonly title: string;
  readonly action: string;
}

/** The page that tells why an instance has the access it has. */
export const renderChain = (
  { title, where }: { readonly title: string; readonly where: string },
  steps: readonly ChainStep[],
  buttons: readonly StepButton[],
): Html => html`
  <header>
    <h1>${title}</h1>
    <p class="where">${where}</p>
    ${verdict(steps)}
    <div class="actions">
      <button type="button" data-action="securityGroups">Security groups…</button>
      <button type="button" data-action="refresh">Refresh</button>
    </div>
  </header>
  <ol class="chain">
    ${steps.map((step) =>
      stepItem(
        step,
        buttons.filter(({ link }) => link === step.link),
      ),
    )}
  </ol>
`;

/** The first problem that counts is the answer to "why does it not work?". */
const verdict = (steps: readonly ChainStep[]): Html => {
  const problems = steps.flatMap((step) => step.problems);
  const broken =
    problems.find(({ severity }) => severity === 'error') ??
    problems.find(({ severity }) => severity === 'warning');
  if (broken)
    return html`<p class="alert" role="status">
      <span aria-hidden="true">⚠</span> ${inert(broken.sentence, 300)}.
    </p>`;
  const [none] = problems.filter(({ link }) => link === 'association');
  if (none) return html`<p role="status">${inert(none.sentence)}.</p>`;
  const unknown = steps.some(({ status }) => status === 'unknown');
  return unknown
    ? html`<p role="status">Nothing is known to be wrong; some steps could not be read.</p>`
    : html`<p role="status">Every step holds: programs on the instance get the role’s credentials.</p>`;
};

const statusWords: Record<ChainStep['status'], string> = {
  ok: '✓ holds',
  error: '✗ broken',
  warning: '⚠ look here',
  missing: '– not there',
  unknown: '? not known',
};

/** The action of a problem's button, by its place among the problems of its step. */
export const fixAction = (link: string, index: number): string => `fix-${link}-${index}`;

const stepItem = (step: ChainStep, buttons: readonly StepButton[]): Html => html`
  <li class="${step.status}">
    <span class="status">${statusWords[step.status]}</span>
    <h2>${step.title}${step.name === undefined ? '' : html`: ${inert(step.name)}`}</h2>
    <p class="note">${step.meaning}</p>
    ${step.problems.map((problem, index) => problemPart(problem, fixAction(step.link, index)))}
    ${factList(step)}
    ${
      buttons.length > 0 &&
      html`<div class="actions">
        ${buttons.map(({ title, action }) => html`<button type="button" data-action="${action}">${inert(title, 80)}</button> `)}
      </div>`
    }
  </li>
`;

const problemPart = (problem: Problem, action: string): Html => html`
  <p class="${problem.severity === 'hint' ? 'hint' : 'problem'}">
    ${inert(problem.sentence, 300)}.${problem.why && html` <small>(${inert(problem.why, 300)})</small>`}
  </p>
  ${
    problem.fix &&
    html`<div class="actions">
      <button type="button" class="primary" data-action="${action}">${problem.fix.title}</button>
    </div>`
  }
`;

const factList = ({ facts }: ChainStep): Html | undefined => {
  const known = facts.filter(([, value]) => value !== undefined && value !== '');
  return known.length === 0
    ? undefined
    : html`<dl>
        ${known.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${inert(value ?? '', 400)}</dd>`,
        )}
      </dl>`;
};
