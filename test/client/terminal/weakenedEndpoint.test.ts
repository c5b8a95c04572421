import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import type { CredentialEndpoint } from '../../../client/src/terminal/credentialEndpoint';
import { attacks, canConnect } from './support/attacks';
import { root } from './support/roleTerminal';

const file = join(root, 'client/src/terminal/credentialEndpoint.ts');

/** A module made from text. */
interface Made {
  _compile(code: string, name: string): void;
  readonly exports: { readonly CredentialEndpoint: new () => CredentialEndpoint };
}

/** The endpoint as it would be without one of its guards. */
const weakened = ([from, to]: readonly [string, string]): CredentialEndpoint => {
  const source = readFileSync(file, 'utf8').replace(/\s*\n\s*\|\|/g, ' ||');
  assert.ok(source.includes(from), `the endpoint has no ${from}`);
  const { outputFiles } = buildSync({
    stdin: { contents: source.replace(from, to), loader: 'ts', resolveDir: dirname(file) },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  });
  const made = new Module(file) as unknown as Made;
  made._compile(outputFiles[0]!.text, `${file}.weakened.cjs`);
  return new made.exports.CredentialEndpoint();
};

const credentials = () => ({
  accessKeyId: 'ASIAX',
  secretAccessKey: 'secret',
  sessionToken: 'token',
  expiresAt: new Date('2030-01-01'),
});

/** A test that cannot fail proves nothing: without its guard each attack must succeed. */
describe('a credentials endpoint without one of its guards', () => {
  for (const { what, attempt, guard } of attacks) {
    it(`would give in to ${what}`, async () => {
      const endpoint = weakened(guard);
      const [door, other] = [await endpoint.open(credentials), await endpoint.open(credentials)];
      assert.equal((await attempt(door, other)).status, 200);
      endpoint.dispose();
    });
  }

  it('would listen on other addresses', async function () {
    // Elsewhere the loopback interface has but one address.
    if (process.platform !== 'linux') this.skip();
    const endpoint = weakened(["server.listen(port, '127.0.0.1'", "server.listen(port, '0.0.0.0'"]);
    const { trace } = await endpoint.open(credentials);
    assert.equal(await canConnect('127.0.0.2', trace.port), true);
    endpoint.dispose();
  });

  it('would stay open when closed', async () => {
    const endpoint = weakened(['this.#doors.delete(key);', '']);
    const door = await endpoint.open(credentials);
    door.dispose();
    assert.equal((await attacks[0]!.attempt(door, door)).status, 403, 'it still listens');
    endpoint.dispose();
  });
});
