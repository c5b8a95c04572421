import { cpus, totalmem } from 'node:os';
import { cfnLintRows } from './cfnLint';
import { checkingRows } from './checking';
import { toTable } from './measure';
import { listingRows } from './listing';
import { servingRows } from './serving';
import { terminalRows } from './terminal';
import { templateRows } from './templates';
import { terraformRows } from './terraform';

async function main(): Promise<void> {
  const rows = [
    ...(await checkingRows()),
    ...(await cfnLintRows()),
    ...(await servingRows()),
    ...(await listingRows()),
    ...(await terminalRows()),
    ...templateRows(),
    ...terraformRows(),
  ];
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${(totalmem() / 2 ** 30).toFixed(0)} GB`;
  console.log(`${machine}, Node ${process.versions.node}, ${process.platform}\n\n${toTable(rows)}`);
}

void main();
