import type { CancellationToken, RemoteConsole } from 'vscode-languageserver/node';
import { LSPErrorCodes, ResponseError } from './lsp';

/**
 * Runs a request's work so that nothing it does can end the server: a cancelled request is answered as
 * cancelled, a failure is logged and answered with `fallback`.
 */
export async function guard<T, E = void>(
  what: string,
  token: CancellationToken,
  log: RemoteConsole,
  fallback: T,
  work: () => T | Promise<T>,
): Promise<T | ResponseError<E>> {
  // One turn of the event loop lets a cancellation that is already on its way arrive first.
  await new Promise(setImmediate);
  if (token.isCancellationRequested) return cancelled();
  try {
    const result = await work();
    return token.isCancellationRequested ? cancelled() : result;
  } catch (error) {
    log.error(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return fallback;
  }
}

function cancelled<E>(): ResponseError<E> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled');
}
