import { fix, type FixMaker } from './fix';
import { within } from './within';

/** What a variable without a closing brace reaches to: a name, a tag key and all. */
const begun = /^\$\{[\w:.-]*(\/[\w.-]+)?/;

/** The brace that closes the variable. */
export const closingBrace: FixMaker = (target) =>
  fix(
    'Add the closing brace',
    within(target, (part) => part.replace(begun, (name) => `${name}}`)),
  );

/** The variable as the template around the policy leaves it alone. */
export const escapedVariable: FixMaker = ({ finding: { ranges, data } }) => {
  const [escaped] = data?.replacements ?? [];
  return escaped === undefined ? [] : fix(`Change to ${escaped}`, [{ range: ranges[0]!, newText: escaped }]);
};

export const noSpaces: FixMaker = (target) =>
  fix(
    'Remove the spaces',
    within(target, (part) => part.replace(/\s+/g, '')),
  );

export const noEmptyVariable: FixMaker = (target) =>
  fix(
    'Remove it',
    within(target, () => ''),
  );

/** Single quotes around the default value. */
export const quotedDefault: FixMaker = (target) =>
  fix(
    'Put the default value between single quotes',
    within(target, (part) => part.replace(/,\s*'?([^'}]*?)'?\s*\}$/, ", '$1'}")),
  );
