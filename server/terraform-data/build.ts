// Writes server/src/service/hosts/terraform/policyArguments.ts: see docs/terraform-data.md.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { terraformUses } from '../src/service/hosts/roleUses';
import { isPolicyArgument } from './rules';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say where @cdktf/provider-aws is unpacked.');

/** Resource type to those of its arguments that take an IAM policy as JSON. */
function policyArguments(library: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const name of readdirSync(library).sort()) {
    const text = name.startsWith('data-aws') ? '' : typesIn(join(library, name));
    const type = /tfResourceType = "(\w+)"/.exec(text)?.[1];
    if (type === undefined) continue;
    const names = [
      ...text.matchAll(/#(\w+) \w+#\w+\}\n(?:\s*\*[^\n]*\n)*?\s*\*\/\n\s*readonly \w+\??: string;/g),
    ];
    const taken = [...new Set(names.map((match) => match[1]!))].filter((argument) =>
      isPolicyArgument(type, argument),
    );
    if (taken.length > 0) found[type] = taken.sort();
  }
  return found;
}

/** Arguments of the table of roles that the provider does not have. */
function unknownUses(library: string): string[] {
  return [...terraformUses()].flatMap(([type, uses]) => {
    const text = typesIn(join(library, type.replace(/^aws_/, '').replaceAll('_', '-')));
    const has = (name: string) => name === '**' || text.includes(`#${name} `);
    return uses.filter(({ path }) => !path.every(has)).map(({ path }) => `${type} ${path.join('/')}`);
  });
}

function typesIn(path: string): string {
  try {
    return readFileSync(join(path, 'index.d.ts'), 'utf8');
  } catch {
    return '';
  }
}

async function write(): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(folder!, 'package.json'), 'utf8')) as { version: string };
  const found = policyArguments(join(folder!, 'lib'));
  for (const use of unknownUses(join(folder!, 'lib'))) console.warn(`The provider has no ${use}`);
  const target = resolve(__dirname, '../src/service/hosts/terraform/policyArguments.ts');
  const text = `// Made by npm run terraform-data from @cdktf/provider-aws ${version}; see docs/terraform-data.md.

/** Arguments of AWS resources that take an IAM policy as JSON. */
export const policyArguments: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(found)};
`;
  writeFileSync(target, await format(text, { ...(await resolveConfig(target)), filepath: target }));
}

void write();
