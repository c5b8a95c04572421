// What a person asks for, as against what an editor asks for whenever it shows a policy. Completion is by itself: the
// first list is waited for.
export { describeChange } from '../diff/describeChange';
export { formatJson } from '../edits/json/format';
export { formatJsonInside, formatJsonPart } from '../edits/json/formatInside';
export { JsonWriter } from '../edits/json/jsonWriter';
export { difference, fixAll } from './fixes/fixAll';
export { quickFixes } from './fixes/quickFixes';
export { templateFixes } from './fixes/templateFixes';
export { hover } from './hover/hover';
export { refactorings } from './refactorings/refactorings';
