import type { Action } from '../../catalog/catalog';
import { commonServices } from '../../catalog/serviceNames';
import { hasWildcard } from '../../iam/wildcard';
import { suggestAction } from './actions';
import { takesService } from './services';
import type { CompletionContext, Suggestion } from './suggestion';

/** Shorter words match too much to be of help. */
const leastLetters = 3;
const mostFound = 100;
/** Behind services that begin with the same letters. */
const behindServices = 5;

interface Found {
  readonly prefix: string;
  readonly action: Action;
  readonly rank: number;
}

/**
 * Actions of all services, for a person who knows the action but not its service: `RunInst` finds `ec2:RunInstances`, and
 * `bucket` finds `s3:CreateBucket`.
 */
export function actionsByName({ catalog, place, kind }: CompletionContext): Suggestion[] {
  const wanted = place.typed.toLowerCase();
  if (wanted.length < leastLetters || hasWildcard(wanted)) return [];
  // To look through all services means to unpack them.
  if (catalog.prefixes.some((prefix) => prefix.startsWith(wanted))) return [];
  const found: Found[] = [];
  for (const prefix of catalog.prefixes) {
    if (!takesService(kind, prefix)) continue;
    for (const [name, action] of catalog.service(prefix)?.actions ?? []) {
      const rank = rankOf(name, action, wanted);
      if (rank !== undefined)
        found.push({ prefix, action, rank: rank + (commonServices.has(prefix) ? 0 : 1) });
    }
  }
  // Sorting keeps the order of those that are alike.
  found.sort((a, b) => a.rank - b.rank);
  return found.slice(0, mostFound).map(({ prefix, action, rank }) =>
    suggestAction(prefix, action, {
      search: action.name,
      detail: catalog.serviceName(prefix) ?? '',
      rank: behindServices + rank,
    }),
  );
}

/** The name itself, names that begin with the letters, names with a word that does. */
function rankOf(name: string, action: Action, wanted: string): number | undefined {
  if (!name.includes(wanted)) return undefined;
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 2;
  for (let at = name.indexOf(wanted); at >= 0; at = name.indexOf(wanted, at + 1))
    if (/[A-Z]/.test(action.name[at]!)) return 4;
  return undefined;
}
