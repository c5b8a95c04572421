/** What a client says of itself in `initializationOptions`, beside settings. */
export interface ClientOptions {
  /** The editor formats, folds and outlines JSON itself, so the server does that for the language `iam-policy` alone. */
  readonly knowsJson?: boolean;
  /** The client has the command that copies a text. */
  readonly copiesText?: boolean;
  /** The client has the command `editor.action.triggerSuggest`, which opens suggestions where one left the cursor. */
  readonly suggestsAgain?: boolean;
}
