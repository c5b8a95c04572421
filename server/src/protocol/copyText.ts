/** The client's command that puts a text, its one argument, on the clipboard. Only asked of clients that say they have it. */
export const copyText = 'trustwright.copyText';
