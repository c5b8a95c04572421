import type { PolicyFile } from '../../policyFile';
import { readJson } from '../../readers/json';
import type { OffsetRange } from '../../model/nodes';
import type { PolicyPlace } from '../foundPolicy';
import type { Host } from '../host';
import { jsonTemplateSyntax } from './jsonSyntax';
import { factsOf, mayHaveFacts } from './facts';
import { readPlace } from '../readPlace';
import { inLoops, resourceEntries } from './loops';
import { entryOf, placesIn, resourceOf } from './resources';

/** A template names resources and their types. */
const isTemplate = /"Type"\s*:\s*"(AWS|Alexa|Custom)::/;
const mayHold = /AWS::IAM::InstanceProfile|Statement"|Polic(y|ies)(Document|Text)?"/;

/** CloudFormation and SAM templates in JSON. */
export const jsonTemplateHost: Host = {
  languages: new Set(['json', 'jsonc', 'cloudformation']),
  mayHold: ({ text, told }) =>
    (told === undefined || told === 'auto') &&
    text.includes('"Resources"') &&
    mayHold.test(text) &&
    isTemplate.test(text),
  read({ text, languageId }) {
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
      policies: found.flatMap(({ policies }) => policies.map((file): PolicyFile => ({ ...file, comments }))),
      facts: found.flatMap(({ facts }) => facts),
      comments,
    };
  },
};

/** Where a value is still to be written: from the colon to whatever comes next. */
function behindColon(text: string, keyEnd: number): OffsetRange {
  const blanks = /\s*:?\s*/y;
  blanks.lastIndex = keyEnd;
  const end = keyEnd + (blanks.exec(text)?.[0].length ?? 0);
  const colon = text.indexOf(':', keyEnd);
  return { start: colon >= 0 && colon < end ? colon + 1 : keyEnd, end };
}
