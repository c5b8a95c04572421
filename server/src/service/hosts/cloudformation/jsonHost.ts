import { lazily } from '../../lazily';
import type { Host } from '../host';
import type * as Reader from './readJson.lazy';

const reader = lazily(() => require('./readJson.lazy') as typeof Reader);

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
  read: (source) => reader().readJsonTemplate(source),
};
