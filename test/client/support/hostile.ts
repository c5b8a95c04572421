/** Names, tags and descriptions that somebody could choose to do harm with. Wherever they are shown they must be inert. */
export const hostile: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '[click](command:workbench.action.terminal.new)',
  '![x](https://attacker.example/x.png) <b>bold</b> **strong** `code` | cell',
  '$(rm -rf ~); `id`; ${env:HOME} ${workspaceFolder} $(trash)',
  '\u001b[31mred\u001b]0;title\u0007 \u001b[2J',
  'invoice\u202egnp.exe \u2066hidden\u2069 \u200bzero',
  'line one\nline two\r\nline three\u2028line four',
  '=HYPERLINK("https://attacker.example","x")',
  '-2+3+cmd|calc',
  'x'.repeat(5_000),
];
