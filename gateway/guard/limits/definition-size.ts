import { TokenKind } from 'graphql';

/** How large a definition is by itself. */
export interface OwnSize {
  depth: number;
  aliases: number;
  rootFields: number;
  directives: number;
  fields: number;
}

/** Where a definition spreads a fragment. */
export interface Spreads {
  times: number;
  /** The most fields that any of these places stands in. */
  depth: number;
  /** How often at the definition's root. */
  atRoot: number;
}

/** What three dots stand for, as far as was read. */
type Spread = 'none' | 'begun' | 'inline';

/** Measures an operation or fragment from its tokens that stand outside parentheses. */
export class DefinitionSize {
  readonly own: OwnSize = { depth: 0, aliases: 0, rootFields: 0, directives: 0, fields: 0 };
  readonly spreads = new Map<string, Spreads>();
  /** For each open brace, whether it is a field's. */
  readonly #open: boolean[] = [];
  /** Fields that are open. */
  #level = 0;
  #spread: Spread = 'none';
  #before: TokenKind = TokenKind.SOF;
  #beforeText: string | undefined;

  /** Counts a directive, wherever it stands. */
  directive(): void {
    this.own.directives++;
  }

  /** @returns whether the definition ended with this token */
  read(kind: TokenKind, value: string | undefined): boolean {
    const isOver = this.#take(kind, value);
    this.#before = kind;
    this.#beforeText = value;
    return isOver;
  }

  #take(kind: TokenKind, value: string | undefined): boolean {
    if (kind === TokenKind.BRACE_L) {
      const isField = this.#open.length > 0 && this.#spread === 'none';
      this.#open.push(isField);
      if (isField) this.#level++;
      this.#spread = 'none';
    } else if (kind === TokenKind.BRACE_R) {
      if (this.#open.pop()) this.#level--;
      this.#spread = 'none';
      return this.#open.length === 0;
    } else if (this.#open.length > 0) {
      this.#takeWithin(kind, value);
    }
    return false;
  }

  #takeWithin(kind: TokenKind, value: string | undefined): void {
    if (kind === TokenKind.SPREAD) this.#spread = 'begun';
    else if (kind === TokenKind.COLON) this.own.aliases++;
    else if (kind === TokenKind.AT) this.#spread = this.#spread === 'begun' ? 'inline' : this.#spread;
    else if (kind === TokenKind.NAME && value !== undefined) this.#name(value);
  }

  #name(name: string): void {
    if (this.#before === TokenKind.AT || this.#before === TokenKind.COLON) return;
    if (this.#before === TokenKind.SPREAD) {
      if (name === 'on') this.#spread = 'inline';
      else this.#noteSpread(name);
      return;
    }
    // The type of an inline fragment.
    if (this.#spread === 'inline' && this.#beforeText === 'on' && this.#before === TokenKind.NAME) return;
    this.#spread = 'none';
    this.own.fields++;
    this.own.depth = Math.max(this.own.depth, this.#level + 1);
    if (this.#level === 0) this.own.rootFields++;
  }

  #noteSpread(name: string): void {
    this.#spread = 'none';
    const noted = this.spreads.get(name) ?? { times: 0, depth: 0, atRoot: 0 };
    noted.times++;
    noted.depth = Math.max(noted.depth, this.#level);
    if (this.#level === 0) noted.atRoot++;
    this.spreads.set(name, noted);
  }
}
