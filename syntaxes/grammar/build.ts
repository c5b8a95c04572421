// Writes the injection grammars in syntaxes: `npm run grammar`.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { grammarFiles } from './files';
import { grammarText } from './injection';

for (const [file, grammar] of Object.entries(grammarFiles))
  writeFileSync(resolve(__dirname, '..', file), grammarText(grammar));
