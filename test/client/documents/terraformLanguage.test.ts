import assert from 'node:assert/strict';
import { terraformLanguage } from '../../../client/src/documents/terraformLanguage';

const cases: readonly [
  what: string,
  languageId: string,
  path: string,
  associations: Record<string, string> | undefined,
  expected: string | undefined,
][] = [
  ['a .tf file of no language', 'plaintext', '/infra/main.tf', undefined, 'terraform'],
  ['a .tofu file of no language', 'plaintext', '/infra/main.tofu', {}, 'opentofu'],
  ['a name in capitals', 'plaintext', '/infra/MAIN.TF', {}, 'terraform'],
  ['a file that an extension knows', 'terraform', '/infra/main.tf', {}, undefined],
  ['a .tf file that an extension takes for its own', 'opentofu', '/infra/main.tf', {}, undefined],
  ['other text', 'plaintext', '/infra/notes.txt', {}, undefined],
  ['a folder that ends so', 'plaintext', '/infra.tf/notes', {}, undefined],
  [
    'an ending that the person has chosen for',
    'plaintext',
    '/infra/main.tf',
    { '*.tf': 'plaintext' },
    undefined,
  ],
  ['a choice for other files', 'plaintext', '/infra/main.tf', { '*.tfvars': 'ini' }, 'terraform'],
];

describe('the language of Terraform files that no extension knows', () => {
  for (const [what, languageId, path, associations, expected] of cases)
    it(`${what}: ${expected ?? 'as it is'}`, () => {
      assert.equal(terraformLanguage(languageId, path, associations), expected);
    });
});
