import { type LogOutputChannel, window } from 'vscode';

/**
 * The output channel "Trustwright", shared by the client and the language server.
 * Nobody writes credentials, tokens or raw AWS answers here: callers log what they did and on what, not what came back.
 */
export const createLog = (): LogOutputChannel => window.createOutputChannel('Trustwright', { log: true });
