import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ModuleFiles } from '../../../../server/src/host/moduleFiles';

const role = (name: string) =>
  `resource "aws_iam_role" "${name}" {\n  assume_role_policy = file("trust.json")\n}\n`;

describe('Terraform: files beside another', () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  const write = (name: string, text: string) => writeFileSync(at(name), text);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trustwright-beside-'));
    for (const name of ['a', 'b', 'main']) write(`${name}.tf`, role(name));
    write('notes.txt', role('notes'));
    write('variables.tf', 'variable "x" {}\n');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are those of the module, but not itself', async () => {
    const beside = await new ModuleFiles(() => undefined).beside(at('main.tf'));
    const facts = [...beside].map(([path, { facts: said }]) => [path, said.map(({ kind }) => kind)]);
    assert.deepEqual(facts, [
      [at('a.tf'), ['role']],
      [at('b.tf'), ['role']],
      [at('variables.tf'), []],
    ]);
  });

  it('are read again where they have changed, and only there', async () => {
    const files = new ModuleFiles(() => undefined);
    const before = await files.beside(at('main.tf'));
    write('b.tf', role('changed'));
    const after = await files.beside(at('main.tf'));
    const isSame = (name: string) => before.get(at(name)) === after.get(at(name));
    assert.deepEqual([isSame('a.tf'), isSame('b.tf'), isSame('variables.tf')], [true, false, true]);
    rmSync(at('a.tf'));
    assert.deepEqual([...(await files.beside(at('main.tf'))).keys()], [at('b.tf'), at('variables.tf')]);
  });

  it('are taken from an editor that has them open', async () => {
    const open = { text: '', facts: [] };
    const files = new ModuleFiles((path) => (path === at('a.tf') ? open : undefined));
    assert.equal((await files.beside(at('main.tf'))).get(at('a.tf')), open);
  });

  it('may be anything where they can not be read, and are none where the folder can not', async () => {
    write('c.tf', ' '.repeat(6_000_000));
    const files = new ModuleFiles(() => undefined);
    assert.deepEqual((await files.beside(at('main.tf'))).get(at('c.tf'))?.facts, [{ kind: 'open' }]);
    assert.equal((await files.beside(at('nowhere/main.tf'))).size, 0);
  });
});
