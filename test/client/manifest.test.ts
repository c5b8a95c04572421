import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Entry {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

const { contributes } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
  contributes: {
    commands: { command: string; title: string; category?: string; icon?: string }[];
    menus: Record<string, Entry[]>;
  };
};
const commands = new Map(contributes.commands.map((each) => [each.command, each]));
const tree = [...(contributes.menus['view/item/context'] ?? []), ...(contributes.menus['view/title'] ?? [])];

describe('the manifest’s commands', () => {
  it('have each a title and a category, once', () => {
    assert.equal(commands.size, contributes.commands.length);
    for (const { command, title, category } of commands.values())
      assert.ok(title && category === 'Trustwright', command);
  });

  it('have an icon and a condition wherever the tree shows them', () => {
    for (const { command, when } of tree) {
      assert.ok(commands.get(command)?.icon, `${command} has an icon`);
      assert.match(when ?? '', /view == trustwright\.(account|sessions)/, command);
    }
  });

  it('are declared wherever a menu names them', () => {
    for (const entries of Object.values(contributes.menus))
      for (const { command } of entries) assert.ok(commands.has(command), command);
  });

  it('are not offered for several rows at once where they change one', () => {
    const changing = /ownRole|Profile|deleteRole|detachRole|Policies/;
    for (const { command, when } of contributes.menus['view/item/context'] ?? [])
      if (changing.test(command)) assert.match(when ?? '', /!listMultiSelection/, command);
  });
});
