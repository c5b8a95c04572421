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

  it('that cannot do without a row are not in the palette', () => {
    const hidden = new Set(
      (contributes.menus.commandPalette ?? [])
        .filter(({ when }) => when === 'false')
        .map(({ command }) => command),
    );
    for (const command of ['copyIdentifier', 'openInConsole', 'refreshItem'])
      assert.ok(hidden.has(`trustwright.${command}`), command);
    for (const command of [
      'attachRole',
      'attachRoleToMany',
      'detachRole',
      'ownRole',
      'deleteRole',
      'setProfileRole',
    ])
      assert.ok(!hidden.has(`trustwright.${command}`), `${command} works with pickers`);
  });
});
