export const help = `Trustwright checks AWS IAM policies.

  trustwright check [options] FILES|FOLDERS|GLOBS|-   check policies; - reads standard input
  trustwright lsp --stdio                             run the language server for an editor
  trustwright --help | --version

Options of check
  -k, --kind KIND          identity, trust, resource, resource/s3 (sqs, sns, kms …), boundary, session, scp or rcp;
                           told by name and shape otherwise
      --resource-type T    what a resource policy belongs to, such as AWS::S3::Bucket
  -f, --format FORMAT      text (default), json, sarif or github
      --fail-on LEVEL      exit with 1 from this level up: error, warning (default), information, hint, never
      --trust-policy-quota N   characters that a trust policy can have in your account (2048)
      --severity CODE=S    change a finding's severity: error, warning, information, hint, off; may be repeated
      --no-workspace-settings  do not read trustwright.severity, .files and .trustPolicyQuota of .vscode/settings.json
                           and of a .code-workspace file

Exit codes: 0 clean, 1 findings at or above the level, 2 wrong usage or an unreadable file.
A file that is named is taken to be a policy; in folders and globs only what looks like a policy is checked.
`;
