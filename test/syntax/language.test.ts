import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openPolicy } from '../../server/src/service';
import { contributedGrammars } from './scopes';

const root = resolve(__dirname, '../..');

interface Language {
  readonly id: string;
  readonly extensions: readonly string[];
  readonly filenames: readonly string[];
  readonly filenamePatterns: readonly string[];
  readonly configuration: string;
  readonly icon: { readonly light: string; readonly dark: string };
}

const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
  contributes: { languages: readonly Language[] };
};

describe('language iam-policy', () => {
  const language = manifest.contributes.languages.find(({ id }) => id === 'iam-policy')!;

  it('has the files it names', () => {
    const { configuration, icon } = language;
    for (const file of [configuration, icon.light, icon.dark]) assert.ok(existsSync(resolve(root, file)), file);
    assert.doesNotThrow(() => JSON.parse(readFileSync(resolve(root, configuration), 'utf8')) as unknown);
    for (const { path } of contributedGrammars()) assert.ok(existsSync(path), path);
  });

  it('takes no file that the server would not take for a policy by its name', () => {
    const { extensions, filenames, filenamePatterns } = language;
    const names = [
      ...extensions.map((extension) => `app${extension}`),
      ...filenames,
      ...filenamePatterns.map((pattern) => pattern.replace('*', 'app')),
    ];
    for (const fileName of names) {
      assert.ok(openPolicy({ text: '{}', languageId: 'json', fileName }), fileName);
    }
    assert.equal(openPolicy({ text: '{}', languageId: 'json', fileName: 'app.json' }), undefined);
  });
});
