/** The shells that commands are written for. */
export type ShellSyntax = 'posix' | 'powershell';

/** Variables that would win over the keys in another shell, or lead its programs elsewhere. */
const inTheWay = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE', 'AWS_CONTAINER_CREDENTIALS_FULL_URI'];

/**
 * Commands that give another shell the variables. They begin with a space, by which many shells keep them out of their
 * history. Values are quoted so that nothing in them is run.
 */
export const exportsFor = (variables: Readonly<Record<string, string>>, shell: ShellSyntax): string => {
  const set = Object.entries(variables).map(([name, value]) =>
    shell === 'posix'
      ? ` export ${name}='${value.replaceAll("'", `'\\''`)}'`
      : ` $env:${name} = '${value.replaceAll("'", "''")}'`,
  );
  const clear =
    shell === 'posix'
      ? ` unset ${inTheWay.join(' ')}`
      : ` Remove-Item -ErrorAction Ignore ${inTheWay.map((name) => `Env:${name}`).join(', ')}`;
  return [clear, ...set, ''].join('\n');
};
