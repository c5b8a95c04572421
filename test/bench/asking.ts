import { IpcClient } from './ipcClient';
import { limitRow, median, ms, ratioRow, type Row, timeAsync } from './measure';
import { policyOfSize } from './policies';

const uri = 'file:///bench/a.iampolicy';
const kilobyte = 1024;

/** Completion and hover of a server in a process of its own, beside one that answers nothing. */
export async function askingRows(oursModule: string, emptyModule: string): Promise<Row[]> {
  const [small, large] = [withAction(policyOfSize(6 * kilobyte)), withAction(policyOfSize(200 * kilobyte))];
  const floor = await ask(emptyModule, small);
  const floorLarge = await ask(emptyModule, large);
  const ours = await ask(oursModule, small);
  const oursLarge = await ask(oursModule, large);
  return [
    ratioRow('completion of s3:, 6 KB', ours.completion, 'empty server', floor.completion, 5),
    limitRow('completion of s3:, size of the answer', ours.answer / kilobyte, 'KB', 150),
    limitRow('completion of s3:, 200 KB, more than 6 KB', oursLarge.completion - ours.completion, 'ms', 10),
    limitRow(
      'first completion, more than 1.2 × later ones',
      ours.first - 1.2 * ours.completion,
      'ms',
      20,
      `later: ${ms(ours.completion)}`,
    ),
    ratioRow('hover, 6 KB', ours.hover, 'empty server', floor.hover, 3),
    ratioRow('hover, 200 KB', oursLarge.hover, 'empty server', floorLarge.hover, 3),
  ];
}

/** The policy with an action half typed in a statement of its own, and where that is. */
function withAction(policy: string) {
  const statement = '{ "Effect": "Allow", "Action": "s3:", "Resource": "arn:aws:s3:::bench/*" }';
  const at = policy.indexOf('[', policy.indexOf('"Statement"')) + 1;
  const text = `${policy.slice(0, at)}\n${statement},\n${policy.slice(at)}`;
  const line = policy.slice(0, at).split('\n').length;
  const position = { line, character: statement.indexOf('s3:') + 's3:'.length };
  return { text, position, known: positionOf('s3:GetObject', text) };
}

function positionOf(word: string, text: string) {
  const lines = text.slice(0, text.indexOf(word)).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

async function ask(module: string, { text, position, known }: ReturnType<typeof withAction>) {
  const firsts: number[] = [];
  for (let round = 0; round < 5; round++) firsts.push(await firstCompletion(module, text, position));
  const client = await IpcClient.start(module);
  await client.open(uri, text);
  await timeAsync(() => client.complete(uri, position), 40);
  const completion = await timeAsync(() => client.complete(uri, position), 101);
  await timeAsync(() => client.hover(uri, known), 40);
  const hover = await timeAsync(() => client.hover(uri, known), 101);
  const answer = JSON.stringify(await client.complete(uri, position)).length;
  client.stop();
  return { first: median(firsts), completion, hover, answer };
}

async function firstCompletion(
  module: string,
  text: string,
  position: ReturnType<typeof withAction>['position'],
): Promise<number> {
  const client = await IpcClient.start(module);
  await client.open(uri, text);
  await client.diagnose(uri);
  const took = await timeAsync(() => client.complete(uri, position), 1);
  client.stop();
  return took;
}
