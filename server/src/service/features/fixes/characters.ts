import { fix, type FixMaker } from './fix';
import { within } from './within';

/** What word processors and web pages put in place of plain characters. */
const plain: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2026': '...',
  '\u202f': ' ',
  '\u200b': '',
  '\u200c': '',
  '\u200d': '',
  '\u2060': '',
  '\ufeff': '',
};

/** The plain characters that were meant, where that is clear for all of them. */
export const plainCharacters: FixMaker = (target) =>
  fix(
    'Change to plain characters',
    within(target, (part) => {
      const characters = [...part].map((character) => plain[character]);
      return characters.every((character) => character !== undefined) ? characters.join('') : undefined;
    }),
  );
