// What completion is made of.
export { complete } from './completion/complete';
export { describeSuggestion } from './completion/describe';
export { spotInJson } from './completion/json/spot';
export { templateSnippets } from './completion/templateSnippets';
