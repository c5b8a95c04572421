import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives a test its own shared AWS files and none of the caller's AWS variables; undone after each test of the suite.
 * Call it inside `describe`; the answer writes the files.
 */
export const useOwnAwsFiles = (): ((files: { config?: string; credentials?: string }) => void) => {
  let folder: string;
  let before: Record<string, string | undefined>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trustwright-test-'));
    before = Object.fromEntries(Object.entries(process.env).filter(([key]) => key.startsWith('AWS_')));
    for (const key of Object.keys(before)) delete process.env[key];
    process.env.AWS_CONFIG_FILE = join(folder, 'config');
    process.env.AWS_SHARED_CREDENTIALS_FILE = join(folder, 'credentials');
    process.env.AWS_EC2_METADATA_DISABLED = 'true';
  });
  afterEach(() => {
    for (const key of Object.keys(process.env)) if (key.startsWith('AWS_')) delete process.env[key];
    Object.assign(process.env, before);
    rmSync(folder, { recursive: true, force: true });
  });
  return ({ config = '', credentials = '' }) => {
    writeFileSync(join(folder, 'config'), config);
    writeFileSync(join(folder, 'credentials'), credentials);
  };
};

export const testKeys = 'aws_access_key_id = testing\naws_secret_access_key = testing\n';
