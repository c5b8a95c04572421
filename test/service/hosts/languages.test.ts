import assert from 'node:assert/strict';
import { policyLanguages } from '../../../server/src/protocol/languages';
import { hosts, languageOfFile, policyFileEndings } from '../../../server/src/service';
import manifest from '../../../package.json';

describe('languages with policies', () => {
  it('are the same for hosts and client', () => {
    const ofHosts = new Set(hosts.flatMap(({ languages }) => [...languages]));
    assert.deepEqual([...ofHosts].sort(), [...policyLanguages].sort());
  });

  it('start the extension, unless it brings the language itself', () => {
    const own = new Set(manifest.contributes.languages.map(({ id }) => id));
    const wanted = policyLanguages.filter((language) => !own.has(language));
    const events = manifest.activationEvents.flatMap((event) => /^onLanguage:(.*)$/.exec(event)?.[1] ?? []);
    assert.deepEqual([...events].sort(), [...wanted].sort());
  });

  it('are told by file names', () => {
    for (const ending of policyFileEndings)
      assert.ok(policyLanguages.includes(languageOfFile(`a.${ending}`)), ending);
  });
});
