import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import manifest from '../../package.json';

const root = resolve(__dirname, '../..');
const { commands, menus } = manifest.contributes;
const sources = globSync(['client/src/**/*.ts', 'server/src/protocol/*.ts'], { cwd: root }).map((file) =>
  readFileSync(resolve(root, file), 'utf8'),
);
const all = sources.join('\n');

describe('what the manifest’s commands are for', () => {
  it('have each somebody who runs them', () => {
    assert.deepEqual(
      commands.map(({ command }) => command).filter((command) => !all.includes(`'${command}'`)),
      [],
    );
  });

  it('are all of those that rows and pages run', () => {
    const known = new Set(commands.map(({ command }) => command));
    const used = new Set(
      [...all.matchAll(/command: '(trustwright\.[\w.]+)'/g)].map(([, command]) => command!),
    );
    assert.deepEqual(
      [...used].filter((command) => !known.has(command)),
      [],
    );
  });

  it('stand beside views that are there once', () => {
    const views = manifest.contributes.views.trustwright.map(({ id }) => id);
    assert.equal(new Set(views).size, views.length);
    assert.equal(views[0], 'trustwright.account');
  });

  it('are hidden from the palette where they need a row', () => {
    // What works without a row asks with a picker.
    const hidden = new Set(
      menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command),
    );
    for (const command of [
      'refreshItem',
      'addFavourite',
      'removeFavourite',
      'copyMetadataFix',
      'copyIdentifier',
      'openInConsole',
    ])
      assert.ok(hidden.has(`trustwright.${command}`), command);
    for (const command of [
      'explainAccess',
      'showSecurityGroups',
      'openPolicy',
      'openTrustPolicy',
      'search',
      'showRegions',
    ])
      assert.ok(!hidden.has(`trustwright.${command}`), command);
  });

  it('have no setting of a workspace that could lead to another account', () => {
    const settings = Object.keys(manifest.contributes.configuration.properties);
    assert.deepEqual(
      settings.filter((name) => /endpoint|profile|region/i.test(name)),
      [],
    );
  });

  it('are all led to by steps of the walkthrough that exist', () => {
    for (const { steps } of manifest.contributes.walkthroughs)
      for (const { description } of steps)
        for (const [, command] of description.matchAll(/\(command:([\w.]+)/g))
          if (command!.startsWith('trustwright.') && !command!.endsWith('.focus'))
            assert.ok(
              commands.some((each) => each.command === command),
              command,
            );
  });
});
