import type { PolicyFile } from '../../policyFile';
import { readJson } from '../../readers/json';
import type { Host } from '../host';
import { jsonTemplateSyntax } from './jsonSyntax';
import { readPlace } from '../readPlace';
import { placesIn, resourceOf, entryOf } from './resources';

/** A template names resources and their types. */
const isTemplate = /"Type"\s*:\s*"(AWS|Alexa|Custom)::/;
const mayHold = /Statement"|Polic(y|ies)(Document|Text)?"/;

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
      reach: ({ key, value }: Parameters<Parameters<typeof readPlace>[1]['reach']>[0]) =>
        value?.range ?? { start: key.end, end: key.end + 1 },
    };
    const policies: PolicyFile[] = resources.entries.flatMap(({ key, value }) => {
      const resource = resourceOf(key.text, value);
      return resource ? placesIn(resource).flatMap((place) => readPlace(place, context)) : [];
    });
    return { host: jsonTemplateHost, policies: policies.map((file) => ({ ...file, comments })) };
  },
};
