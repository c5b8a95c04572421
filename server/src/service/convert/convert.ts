import { lazily } from '../lazily';
import type * as Convert from './convert.lazy';

const convert = lazily(() => require('./convert.lazy') as typeof Convert);

/** The policy in the forms of other kinds of files. */
export const copies: typeof Convert.copies = (...asked) => convert().copies(...asked);
/** A policy of a JSON template apart from its syntax. */
export const jsonTemplatePolicy: typeof Convert.jsonTemplatePolicy = (...asked) =>
  convert().jsonTemplatePolicy(...asked);
/** A policy in the text of `Fn::Sub` apart from its syntax. */
export const policyInSub: typeof Convert.policyInSub = (...asked) => convert().policyInSub(...asked);
