// Writes the list of CloudFormation properties that hold policies: `npm run template-data`. See docs/template-data.md.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { policyProperties } from './policyProperties';

const target = resolve(__dirname, '../data/cloudformation-policies.json');

async function build(): Promise<void> {
  const options = await resolveConfig(target);
  const text = await format(JSON.stringify(policyProperties()), { ...options, filepath: target });
  writeFileSync(target, text);
}

void build();
