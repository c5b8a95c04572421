import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { testCatalog } from '../support/catalog';
import { askingRows } from './asking';
import { IpcClient } from './ipcClient';
import { inTurns, limitRow, median, ms, ratioRow, type Row } from './measure';
import { policyOfSize } from './policies';

const root = resolve(__dirname, '../..');
const oursModule = resolve(root, 'dist/server.js');
const emptyModule = resolve(root, 'out/emptyServer.js');
const uri = 'file:///bench/a.iampolicy';

/** Our server beside an empty one, each in a process of its own over IPC. */
export async function servingRows(): Promise<Row[]> {
  buildSync({
    entryPoints: [resolve(root, 'test/bench/emptyServer.ts')],
    outfile: emptyModule,
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    minify: true,
  });
  return [
    ...(await editRows()),
    ...(await askingRows(oursModule, emptyModule)),
    ...(await startRows()),
    ...(await memoryRows()),
    assetRow(),
  ];
}

async function editRows(): Promise<Row[]> {
  const small = policyOfSize(6 * 1024);
  const large = policyOfSize(200 * 1024);
  const ofSmall = await editTimes(small);
  const ofLarge = await editTimes(large);
  return [
    ratioRow('change → diagnostics, 6 KB', ofSmall.ours, 'empty server', ofSmall.empty, 5),
    limitRow(
      'change → diagnostics, 200 KB, more than empty',
      ofLarge.ours - ofLarge.empty,
      'ms',
      30,
      ms(ofLarge.empty),
    ),
  ];
}

/** Both servers at once, an edit of one and an edit of the other. */
async function editTimes(text: string): Promise<{ ours: number; empty: number }> {
  const [ours, empty] = [await IpcClient.start(oursModule), await IpcClient.start(emptyModule)];
  const works = { ours: [() => ours.edit(uri)], empty: [() => empty.edit(uri)] };
  for (const client of [ours, empty]) await client.open(uri, text);
  await inTurns(works, 100);
  const result = await inTurns(works, 201);
  for (const client of [ours, empty]) client.stop();
  return result;
}

async function startRows(): Promise<Row[]> {
  const text = policyOfSize(6 * 1024);
  const start = async (module: string) => {
    const begin = performance.now();
    const client = await IpcClient.start(module);
    await client.open(uri, text);
    await client.diagnose(uri);
    const took = performance.now() - begin;
    client.stop();
    return took;
  };
  const times = { ours: [] as number[], empty: [] as number[] };
  for (let round = 0; round < 11; round++) {
    times.empty.push(await start(emptyModule));
    times.ours.push(await start(oursModule));
  }
  return [
    ratioRow('start → first diagnostic, 6 KB', median(times.ours), 'empty server', median(times.empty), 1.5),
  ];
}

async function memoryRows(): Promise<Row[]> {
  const open = policyOfSize(6 * 1024);
  const everything = JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: testCatalog().prefixes.map((prefix) => `${prefix}:List*`),
      Resource: '*',
    },
  });
  const empty = await memoryWith(emptyModule, open);
  const yardstick = `empty server: ${empty.toFixed(0)} MB`;
  return [
    limitRow(
      'memory over empty, a policy open',
      (await memoryWith(oursModule, open)) - empty,
      'MB',
      20,
      yardstick,
    ),
    limitRow(
      'memory over empty, every service',
      (await memoryWith(oursModule, everything)) - empty,
      'MB',
      40,
      yardstick,
    ),
  ];
}

async function memoryWith(module: string, text: string): Promise<number> {
  const client = await IpcClient.start(module);
  await client.open(uri, text);
  await client.diagnose(uri);
  await new Promise((done) => setTimeout(done, 500));
  const memory = client.memory();
  client.stop();
  return memory;
}

function assetRow(): Row {
  return limitRow('IAM data asset', statSync(resolve(root, 'dist/iam-catalog.bin')).size / 1024, 'KB', 1024);
}
