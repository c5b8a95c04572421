// Writes syntaxes/iam-policy.injection.tmLanguage.json: `npm run grammar`.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { injectionGrammarText } from './injection';

writeFileSync(resolve(__dirname, '../iam-policy.injection.tmLanguage.json'), injectionGrammarText());
