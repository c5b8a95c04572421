import type { ToldKind } from '../protocol/resourcePolicies';
import type { ServerSettings } from '../protocol/settings';
import { lazily } from '../service/lazily';
import type * as Globs from './globs.lazy';

const globs = lazily(() => require('./globs.lazy') as typeof Globs);

/** What the setting says of a path; patterns without a slash match the file's name. */
export function toldKind(path: string, files: ServerSettings['files']): ToldKind | undefined {
  for (const [pattern, kind] of Object.entries(files)) {
    const glob =
      pattern.includes('/') && !pattern.startsWith('**/') ? `**/${pattern.replace(/^\//, '')}` : pattern;
    if (globs().isMatch(path, glob, { dot: true, matchBase: !pattern.includes('/'), nocase: true }))
      return kind;
  }
  return undefined;
}
