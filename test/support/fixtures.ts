import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PolicyKind } from '../../server/src/protocol/settings';
import type { KindOfPolicy } from '../../server/src/service/checks/check';

const root = resolve(__dirname, '../fixtures/checks');

/**
 * A policy that shows a check at work. The file's name tells how to read it:
 * `finds-two-words.identity.json` must give the folder's code where it is marked and nowhere else,
 * `quiet-two-words.resource.AWS-S3-Bucket.json` must not give it. The second part is the kind (`guess`: not told),
 * the third one the resource's type.
 */
export interface Fixture {
  readonly code: string;
  readonly file: string;
  readonly finds: boolean;
  readonly kind: KindOfPolicy | undefined;
  readonly text: string;
}

export function fixtureCodes(): string[] {
  return readdirSync(root).sort();
}

export function fixturesOf(code: string): Fixture[] {
  return readdirSync(join(root, code))
    .sort()
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const [name = '', kind = '', ...rest] = file.split('.');
      const resourceType = rest.length > 1 ? rest[0]!.replaceAll('-', '::') : undefined;
      return {
        code,
        file,
        finds: name.startsWith('finds'),
        kind:
          kind === 'guess'
            ? undefined
            : { kind: kind as PolicyKind, certain: true, ...(resourceType && { resourceType }) },
        text: readFileSync(join(root, code, file), 'utf8'),
      };
    });
}

/** A template that shows a check at work of which no policy by itself could. */
export type TemplateFixture = Pick<Fixture, 'code' | 'file' | 'finds' | 'text'>;

export function templateFixturesOf(code: string): TemplateFixture[] {
  return readdirSync(join(root, code))
    .sort()
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({
      code,
      file,
      finds: file.startsWith('finds'),
      text: readFileSync(join(root, code, file), 'utf8'),
    }));
}
