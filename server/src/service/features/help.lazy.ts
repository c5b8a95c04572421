// What a person asks for, as against what an editor asks for whenever it shows a policy.
export { describeChange } from '../diff/describeChange';
export { formatJson } from '../edits/json/format';
export { formatJsonInside, formatJsonPart } from '../edits/json/formatInside';
export { JsonWriter } from '../edits/json/jsonWriter';
export { complete } from './completion/complete';
export { describeSuggestion } from './completion/describe';
export { spotInJson } from './completion/json/spot';
export { templateSnippets } from './completion/templateSnippets';
export { difference, fixAll } from './fixes/fixAll';
export { quickFixes } from './fixes/quickFixes';
export { hover } from './hover/hover';
export { refactorings } from './refactorings/refactorings';
