import { parseTree } from 'jsonc-parser';
import { createPolicyService, openPolicy } from '../../server/src/service';
import { testCatalog } from '../support/catalog';
import { managedPolicies } from '../support/managedPolicies';
import { inGroups, inTurns, ms, type Pieces, ratioRow, type Row } from './measure';
import { policyOfSize } from './policies';

const service = createPolicyService({ catalog: testCatalog() });
const kilobyte = 1024;

export function check(text: string): unknown {
  const file = openPolicy({ text, languageId: 'iam-policy', fileName: 'a.iampolicy' });
  return file && service.check(file, text);
}

/** Checking beside parsing the same text, and its growth with the text. */
export async function checkingRows(): Promise<Row[]> {
  const texts = managedPolicies().map(({ document }) => document);
  const groups = inGroups(texts, 50);
  const each = (work: (text: string) => unknown): Pieces =>
    groups.map((group) => () => group.forEach((text) => work(text)));
  const works = {
    parse: each((text) => JSON.parse(text) as unknown),
    tree: each(parseTree),
    ours: each(check),
  };
  await inTurns(works, 3);
  const { parse, tree, ours } = await inTurns(works, 25);
  const mean = (time: number) => time / texts.length;
  const what = `check a policy, mean of ${texts.length} managed ones`;
  return [
    ratioRow(what, mean(ours), 'jsonc-parser tree', mean(tree), 4),
    ratioRow('the same', mean(ours), 'JSON.parse', mean(parse), 30),
    await growthRow(),
  ];
}

/** Milliseconds a kilobyte at 1 MB beside those at 64 KB: 1× is linear. */
async function growthRow(): Promise<Row> {
  const [small, large] = [policyOfSize(64 * kilobyte), policyOfSize(kilobyte * kilobyte)];
  const times = large.length / small.length;
  const smallOnes = () => {
    for (let i = 0; i < times; i++) check(small);
  };
  const works = { small: [smallOnes], large: [() => check(large)] };
  await inTurns(works, 2);
  const result = await inTurns(works, 9);
  const perKilobyte = {
    small: (result.small / Math.ceil(times) / small.length) * kilobyte,
    large: (result.large / large.length) * kilobyte,
  };
  return {
    ...ratioRow('check 1 MB, time per KB', perKilobyte.large, '64 KB, time per KB', perKilobyte.small, 2),
    measured: ms(perKilobyte.large),
  };
}
