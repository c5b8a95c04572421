// Conversions need the parsers of all languages.
export { jsonTemplatePolicy, policyInSub } from './cloudformation/read';
export { copies } from './copies';
