import type { Connection } from 'vscode-languageserver/node';
import { accountValuesChanged, type AccountValues } from '../protocol/accountValues';

/** What the client last told of the chosen AWS account. */
export class HeldAccount {
  #current: AccountValues | undefined;

  constructor(connection: Connection) {
    connection.onNotification(accountValuesChanged, (values: AccountValues | null) => {
      this.#current = values ?? undefined;
    });
  }

  /** Undefined while the client has told nothing, or took it back. */
  get current(): AccountValues | undefined {
    return this.#current;
  }
}
