import { type Terminal, type TerminalShellIntegration, window } from 'vscode';

const waitMs = 20_000;

/**
 * Runs `aws sts get-caller-identity` in the terminal itself, where everything counts that programs there see, and
 * answers the ARN. Undefined where the terminal does not answer: without shell integration nobody can read it.
 */
export const identityInTerminal = async (terminal: Terminal): Promise<string | undefined> => {
  terminal.show(true);
  const integration = terminal.shellIntegration ?? (await integrationOf(terminal));
  if (integration === undefined) return undefined;
  const execution = integration.executeCommand('aws', [
    'sts',
    'get-caller-identity',
    '--query',
    'Arn',
    '--output',
    'text',
  ]);
  const read = async () => {
    let output = '';
    for await (const part of execution.read()) output += part;
    return /arn:aws[\w-]*:(?:sts|iam)::\d{12}:[\w+=,.@/-]+/.exec(output)?.[0];
  };
  return Promise.race([read(), after(waitMs)]);
};

const integrationOf = (terminal: Terminal): Promise<TerminalShellIntegration | undefined> =>
  new Promise((resolve) => {
    const listener = window.onDidChangeTerminalShellIntegration((event) => {
      if (event.terminal === terminal) done(event.shellIntegration);
    });
    const timer = setTimeout(() => {
      done(undefined);
    }, 3_000);
    const done = (integration: TerminalShellIntegration | undefined) => {
      clearTimeout(timer);
      listener.dispose();
      resolve(integration);
    };
  });

const after = (ms: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(resolve, ms, undefined).unref());
