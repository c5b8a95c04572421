import { IpcClient } from './ipcClient';
import { inTurns, limitRow, median, ms, ratioRow, type Row, timeAsync } from './measure';
import { policyOfSize } from './policies';

const uri = 'file:///bench/a.iampolicy';
const kilobyte = 1024;

/** Completion and hover of a server in a process of its own, beside one that answers nothing. */
export async function askingRows(oursModule: string, emptyModule: string): Promise<Row[]> {
  const [small, large] = [withAction(policyOfSize(6 * kilobyte)), withAction(policyOfSize(200 * kilobyte))];
  const { ours, empty: floor } = await ask({ ours: oursModule, empty: emptyModule }, small);
  const { ours: oursLarge, empty: floorLarge } = await ask({ ours: oursModule, empty: emptyModule }, large);
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

type Server = 'ours' | 'empty';

/** Both servers at once, a question to one and a question to the other. */
async function ask(
  modules: Readonly<Record<Server, string>>,
  { text, position, known }: ReturnType<typeof withAction>,
) {
  const firsts: Record<Server, number[]> = { ours: [], empty: [] };
  for (let round = 0; round < 5; round++)
    for (const name of ['empty', 'ours'] as const)
      firsts[name].push(await firstCompletion(modules[name], text, position));
  const clients = { ours: await IpcClient.start(modules.ours), empty: await IpcClient.start(modules.empty) };
  for (const client of Object.values(clients)) await client.open(uri, text);
  const { ours, empty } = clients;
  const completions = {
    ours: [() => ours.complete(uri, position)],
    empty: [() => empty.complete(uri, position)],
  };
  const hovers = { ours: [() => ours.hover(uri, known)], empty: [() => empty.hover(uri, known)] };
  await inTurns(completions, 100);
  const completion = await inTurns(completions, 201);
  await inTurns(hovers, 100);
  const hover = await inTurns(hovers, 201);
  const answer = JSON.stringify(await ours.complete(uri, position)).length;
  for (const client of Object.values(clients)) client.stop();
  const of = (name: Server) => ({
    first: median(firsts[name]),
    completion: completion[name],
    hover: hover[name],
    answer,
  });
  return { ours: of('ours'), empty: of('empty') };
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
