import { parseTree } from 'jsonc-parser';
import { createPolicyService, openPolicy } from '../../server/src/service';
import { testCatalog } from '../support/catalog';
import { managedPolicies } from '../support/managedPolicies';
import { ms, ratioRow, type Row, time } from './measure';
import { policyOfSize } from './policies';

const service = createPolicyService({ catalog: testCatalog() });

export function check(text: string): unknown {
  const file = openPolicy({ text, languageId: 'iam-policy', fileName: 'a.iampolicy' });
  return file && service.check(file, text);
}

/** Checking beside parsing the same text, and its growth with the text. */
export function checkingRows(): Row[] {
  const texts = managedPolicies().map(({ document }) => document);
  const mean = (work: (text: string) => unknown) => time(() => texts.forEach(work), 11) / texts.length;
  const parse = mean((text) => JSON.parse(text) as unknown);
  const tree = mean((text) => parseTree(text));
  const ours = mean(check);
  return [
    ratioRow(`check a policy, mean of ${texts.length} managed ones`, ours, 'jsonc-parser tree', tree, 4),
    ratioRow('the same', ours, 'JSON.parse', parse, 30),
    growthRow(),
  ];
}

/** Milliseconds a kilobyte at 1 MB beside those at 64 KB: 1× is linear. */
function growthRow(): Row {
  const perKilobyte = (kilobytes: number) => {
    const text = policyOfSize(kilobytes * 1024);
    return time(() => check(text), 7) / (text.length / 1024);
  };
  const [small, large] = [perKilobyte(64), perKilobyte(1024)];
  return {
    ...ratioRow('check 1 MB, time per KB', large, '64 KB, time per KB', small, 2),
    measured: ms(large),
  };
}
