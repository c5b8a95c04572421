import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { createRegistry } from 'vscode-tmgrammar-test/dist/common/index.js';
import { getVSCodeTokens, renderSnap } from 'vscode-tmgrammar-test/dist/snapshot/index.js';

const root = resolve(__dirname, '../..');

interface GrammarEntry {
  readonly language?: string;
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: string[];
}

interface Manifest {
  readonly contributes: { readonly grammars: readonly GrammarEntry[] };
}

/** The extension's grammars as its manifest names them. */
export function contributedGrammars(): GrammarEntry[] {
  const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as Manifest;
  return manifest.contributes.grammars.map((entry) => ({ ...entry, path: resolve(root, entry.path) }));
}

/** VS Code's own grammars for JSON and YAML, which ours build upon, and one with the scopes of those for Terraform. */
const base: GrammarEntry[] = [
  { language: 'json', scopeName: 'source.json', path: resolve(__dirname, 'grammars/JSON.tmLanguage.json') },
  {
    language: 'jsonc',
    scopeName: 'source.json.comments',
    path: resolve(__dirname, 'grammars/JSONC.tmLanguage.json'),
  },
  { language: 'yaml', scopeName: 'source.yaml', path: resolve(__dirname, 'grammars/yaml.tmLanguage.json') },
  ...['1.0', '1.1', '1.2', '1.3', 'embedded'].map((version) => ({
    scopeName: `source.yaml.${version}`,
    path: resolve(__dirname, `grammars/yaml-${version}.tmLanguage.json`),
  })),
  {
    language: 'terraform',
    scopeName: 'source.hcl.terraform',
    path: resolve(__dirname, 'grammars/terraform.tmLanguage.json'),
  },
];

const rootScopes: Readonly<Record<string, string>> = {
  '.json': 'source.json',
  '.tf': 'source.hcl.terraform',
  '.jsonc': 'source.json.comments',
  '.yaml': 'source.yaml',
  '.iampolicy': 'source.json.iam-policy',
};

const registry = createRegistry(
  [...base, ...contributedGrammars()].map((entry) => ({ language: '', injectTo: [], ...entry })),
);

/** Each line of the file with the scopes of its parts below it, in the form of `vscode-tmgrammar-snap`. */
export async function scopesOf(file: string): Promise<string> {
  const text = readFileSync(file, 'utf8');
  return renderSnap(await getVSCodeTokens(registry, rootScopes[extname(file)]!, text));
}
