import type { Value } from '../../../edits/edit';
import { JsonLayout } from '../../../edits/json/layout';
import { documentNotation, hclNotation, type Notation } from '../../../edits/json/notation';
import { argumentOf, entryLines } from '../../../edits/terraform/blocks';
import type { Piece, Place, Written } from '../../../features/completion/place';
import { stop, stopOfOpenObject, type Template, toSnippet } from '../../../features/completion/snippet';
import { isOwnArgument, takesReferences } from './ownArguments';
import type { Word } from './word';

/** Writes suggestions as Terraform does, as snippets. */
export class HclPieces {
  private readonly notation: Notation;
  private readonly layout: JsonLayout;

  constructor(
    private readonly text: string,
    private readonly word: Word,
    private readonly place: Place,
    private readonly isDocument: boolean,
  ) {
    const plain = isDocument ? documentNotation : hclNotation;
    const inner = (text: string) => toSnippet(text, (part) => plain.inner(part));
    this.notation = { ...plain, inner, key: (name) => toSnippet(name, (part) => plain.key(part)) };
    // Editors turn tabs into what the file is indented by.
    this.layout = new SnippetLayout('\n\tx', this.notation);
  }

  write(piece: Piece): Written {
    if (piece.kind === 'part') return this.part(piece);
    if (piece.kind === 'key') return this.key(piece.key, piece.value);
    if (piece.kind === 'entries') return this.whole(this.lines(piece.entries).join('\n'));
    return this.values(piece.values);
  }

  private part({ from, to, text }: Extract<Piece, { kind: 'part' }>): Written {
    const { contentStart } = this.word;
    const range = { start: contentStart + from, end: contentStart + to };
    const insert = this.notation.inner(text);
    // A variable that was begun as the text wants it has one dollar sign already.
    const isBegun = insert.startsWith('\\$\\${') && this.text[range.start - 1] === '$';
    return { range, insert: isBegun ? insert.slice(2) : insert, beginsWithQuote: false, besides: [] };
  }

  private key(key: string, value: Template): Written {
    const { valueBehind, path } = this.place;
    const hasValue = valueBehind !== undefined || this.hasSign();
    if (this.isDocument && isOwnArgument(key))
      return this.whole(hasValue ? key : `${key} = ${this.own(key, value)}`);
    const isArgument = this.isDocument && path.length > 0 && (path.length > 1 || path[0] !== 'Statement');
    if (isArgument) return this.string(key);
    if (hasValue) return this.whole(this.name(key));
    return this.whole(this.lines({ [key]: value }).join('\n'));
  }

  /** A name in place of another. */
  private name(key: string): string {
    return (this.isDocument ? argumentOf(key) : undefined) ?? this.notation.key(key);
  }

  private own(key: string, value: Template): string {
    if (!takesReferences(key) || !Array.isArray(value)) return this.render(value);
    return `[${value.map((one) => toSnippet(String(one), (text) => text)).join(', ')}]`;
  }

  private hasSign(): boolean {
    return /^[ \t]*[=:{]/.test(this.text.slice(this.word.end, this.word.end + 100));
  }

  private values(values: readonly Template[]): Written {
    const [first] = values;
    if (values.length === 1 && typeof first === 'string') return this.string(first);
    const isBlock = this.isDocument && typeof first === 'object';
    if (isBlock) return this.whole(values.flatMap((one) => this.lines({ Statement: one })).join('\n'));
    const list = this.place.inList
      ? values.map((one) => this.render(one)).join(', ')
      : this.render(values.length === 1 ? first! : values);
    return this.whole(list);
  }

  /** A string with its quotes as far as they are missing, in brackets where it has to be a list. */
  private string(content: string): Written {
    const { start, contentStart, contentEnd, end, quoted, closed } = this.word;
    const inner = this.notation.inner(content);
    if (quoted) {
      const range = { start: contentStart, end: closed ? contentEnd : end };
      return { range, insert: closed ? inner : `${inner}"`, beginsWithQuote: false, besides: [] };
    }
    const [open, close] = this.wantsList() ? ['[', ']'] : ['', ''];
    return {
      range: { start, end },
      insert: `${open}"${inner}"${close}`,
      beginsWithQuote: false,
      besides: [],
    };
  }

  private wantsList(): boolean {
    const { path, inList, role } = this.place;
    if (!this.isDocument || inList || role === 'key') return false;
    return !['Sid', 'Effect', 'Version', 'Id'].includes(path.at(-1) ?? '');
  }

  private whole(insert: string): Written {
    const { start, end, quoted } = this.word;
    return { range: { start, end }, insert, beginsWithQuote: quoted, besides: [] };
  }

  private lines(entries: Readonly<Record<string, Template>>): string[] {
    return Object.entries(entries).flatMap(([key, value]) => {
      if (!this.isDocument) return [this.layout.entry(key) + this.render(value)];
      const role = this.place.path.length === 0 ? 'policy' : 'statement';
      const lines = entryLines(role, '', key, filled(key, value), this.layout);
      return lines ?? [];
    });
  }

  private render(value: Template): string {
    const isShort = JSON.stringify(value).length < 60 && typeof value === 'object' && Array.isArray(value);
    return this.layout.render(value, '', typeof value !== 'object' || isShort);
  }
}

/** A layout in which objects can be left open. */
class SnippetLayout extends JsonLayout {
  override render(value: Value, indent: string, oneLine: boolean): string {
    const open = stopOfOpenObject(value as Template);
    return open === undefined
      ? super.render(value, indent, oneLine)
      : `{ ${toSnippet(open, (text) => text)} }`;
  }
}

/** What stands in the blocks of an element that is still open. */
export function filled(key: string, value: Template): Template {
  if (stopOfOpenObject(value) === undefined) return value;
  return key === 'Condition' ? { [stop(1)]: { [stop(2)]: [stop(3)] } } : { [stop(1)]: [stop(2)] };
}

/** An element by the name that the data source has for it. */
export function argumentName(label: string, piece: Piece): string {
  return piece.kind === 'key' ? (argumentOf(piece.key) ?? label) : label;
}
