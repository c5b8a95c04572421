import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const nodeEffects = [
  'fs',
  'fs/promises',
  'net',
  'http',
  'https',
  'child_process',
  'worker_threads',
  'os',
  'dns',
];

/** A rule that forbids imports by pattern, with the reason a person sees. */
const forbid = (...patterns) => ['error', { patterns }];

/** What would bring a lazy part in at the start. */
const eagerly = {
  group: ['**/*.lazy'],
  allowTypeImports: true,
  message: 'Load it by require, when it is needed: see service/lazily.ts.',
};

export default defineConfig(
  { ignores: ['dist/', 'out/', 'node_modules/', 'test/integration/**/dist/', '**/workspace/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/host/lsp.ts'],
    rules: {
      '@typescript-eslint/no-require-imports': ['error', { allow: ['\\.lazy$'] }],
      '@typescript-eslint/no-restricted-imports': forbid(eagerly, {
        group: ['vscode-languageserver', 'vscode-languageserver/*'],
        allowTypeImports: true,
        message: 'Values of the library come through host/lsp.ts: each other door costs time at the start.',
      }),
    },
  },
  {
    files: ['server/src/service/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': forbid(
        eagerly,
        {
          group: ['**/handlers/**', '**/host/**', 'vscode-languageserver', 'vscode-languageserver/*'],
          message: 'The service is pure: it knows no connection and no host.',
        },
        {
          group: nodeEffects.flatMap((name) => [name, `node:${name}`]),
          message: 'The service is pure: no disk, network or processes.',
        },
      ),
    },
  },
  {
    files: ['server/src/service/checks/**/*.ts', 'server/src/service/features/**/*.ts'],
    rules: {
      'no-restricted-imports': forbid({
        group: ['**/readers/**', '**/handlers/**', '**/host/**'],
        message:
          'Checks and features see the model, never the reader: they cannot tell the host syntaxes apart.',
      }),
    },
  },
  {
    files: ['client/src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': forbid({
        regex: '/server/(?!src/protocol/)',
        message: 'The client knows the server only by its protocol.',
      }),
    },
  },
  {
    files: ['client/src/aws/**/*.ts', 'client/src/state/**/*.ts'],
    rules: {
      'no-restricted-imports': forbid({
        group: ['vscode', '**/views/**', '**/commands/**', '**/terminal/**'],
        message: 'aws and state know no user interface.',
      }),
    },
  },
  {
    // Mocha's describe and it return nothing anybody waits for; tests assert on loosely typed answers.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: ['it', 'describe'] }],
    },
  },
);
