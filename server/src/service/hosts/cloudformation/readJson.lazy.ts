import type { PolicyFile, PolicySource } from '../../policyFile';
import { readJson } from '../../readers/json';
import type { OffsetRange } from '../../model/nodes';
import type { PolicyPlace } from '../foundPolicy';
import type { HostDocument } from '../host';
import { jsonTemplateHost } from './jsonHost';
import { jsonTemplateSyntax } from './jsonSyntax';
import { factsOf, mayHaveFacts } from './facts';
import { newProfileInJson } from './newProfile';
import { readPlace } from '../readPlace';
import { inLoops, resourceEntries } from './loops';
import { entryOf, placesIn, resourceOf } from './resources';

/** The policies of a template; undefined where the text is none. */
export function readJsonTemplate({ text, languageId }: PolicySource): HostDocument | undefined {
  const { root, problems, comments } = readJson(text, { comments: languageId === 'jsonc' });
  const resources = entryOf(root, 'Resources')?.value;
  if (resources?.kind !== 'object') return undefined;
  const context = {
    text,
    syntax: jsonTemplateSyntax,
    problems: problems.map(({ range }) => range),
    reach: ({ key, value }: PolicyPlace) => value?.range ?? behindColon(text, key.end),
  };
  const hasFacts = mayHaveFacts(text);
  const found = resourceEntries(resources.entries).flatMap(({ entry: { key, value }, loops }) => {
    const resource = resourceOf(key, value);
    if (!resource) return [];
    const policies = placesIn(resource).flatMap((place) => readPlace(inLoops(place, loops), context));
    return [{ policies, facts: hasFacts && loops.length === 0 ? factsOf(resource, policies) : [] }];
  });
  return {
    host: jsonTemplateHost,
    syntax: jsonTemplateSyntax,
    newProfile: newProfileInJson,
    policies: found.flatMap(({ policies }) => policies.map((file): PolicyFile => ({ ...file, comments }))),
    facts: found.flatMap(({ facts }) => facts),
    comments,
  };
}

/** Where a value is still to be written: from the colon to whatever comes next. */
function behindColon(text: string, keyEnd: number): OffsetRange {
  const blanks = /\s*:?\s*/y;
  blanks.lastIndex = keyEnd;
  const end = keyEnd + (blanks.exec(text)?.[0].length ?? 0);
  const colon = text.indexOf(':', keyEnd);
  return { start: colon >= 0 && colon < end ? colon + 1 : keyEnd, end };
}
