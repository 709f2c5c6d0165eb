import type { Lexer } from 'graphql';
import { TokenKind } from 'graphql';
import { DefinitionSize, type OwnSize } from './definition-size.ts';

/** How large the largest operation of a document is, each fragment counted wherever it is spread. */
export interface DocumentSize {
  /** Levels of fields in each other. */
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  readonly fields: number;
}

/** What a document's brackets and tokens are held to while it is read. */
export interface ReadingLimits {
  readonly tokens: number;
  /** Levels of lists and objects in an argument. */
  readonly values: number;
  /** Levels of brackets of any kind. */
  readonly brackets: number;
}

/** Where reading ended early. */
export interface ReadingStop {
  readonly of: keyof ReadingLimits;
}

/** Larger numbers are all the same: no sum of them loses its meaning. */
const MOST = 1_000_000_000;

/**
 * Measures a document by its tokens, before it is parsed, in one pass that calls itself for nothing a stranger chooses but the fragments that
 * fragments spread, of each of which it does so once. What is no GraphQL is measured as if it were: the parser tells what is wrong with it.
 * @throws {GraphQLError} where a token can't be read
 */
export function measureDocument(lexer: Lexer, limits: ReadingLimits): DocumentSize | ReadingStop {
  const reader = new Reader();
  let brackets = 0;
  for (let read = 1; ; read++) {
    const { kind, value } = lexer.advance();
    if (kind === TokenKind.EOF) return sizeOf(reader);
    if (read > limits.tokens) return { of: 'tokens' };
    if (OPENS.has(kind)) brackets++;
    else if (CLOSES.has(kind)) brackets--;
    if (brackets > limits.brackets) return { of: 'brackets' };
    reader.read(kind, value);
    if (reader.valueDepth > limits.values) return { of: 'values' };
  }
}

const OPENS: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSES: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Sorts tokens into definitions. https://spec.graphql.org/October2021/#sec-Language.Document */
class Reader {
  readonly operations: DefinitionSize[] = [];
  readonly fragments = new Map<string, DefinitionSize>();
  /** Levels of lists and objects in the argument that is being read. */
  valueDepth = 0;
  /** The definition that is being read; undefined between two. */
  #definition: DefinitionSize | undefined;
  #parentheses = 0;
  /** Whether the definition is a fragment whose name comes next. */
  #awaitsName = false;

  read(kind: TokenKind, value: string | undefined): void {
    if (kind === TokenKind.AT) this.#definition?.directive();
    if (kind === TokenKind.PAREN_L) this.#parentheses++;
    else if (kind === TokenKind.PAREN_R) this.#parentheses = Math.max(0, this.#parentheses - 1);
    else if (this.#parentheses === 0) this.#readOutside(kind, value);
    else if (OPENS.has(kind)) this.valueDepth++;
    else if (CLOSES.has(kind)) this.valueDepth--;
    if (this.#parentheses === 0) this.valueDepth = 0;
  }

  #readOutside(kind: TokenKind, value: string | undefined): void {
    if (this.#awaitsName) {
      this.#awaitsName = false;
      if (this.#definition && value !== undefined && !this.fragments.has(value))
        this.fragments.set(value, this.#definition);
      return;
    }
    const definition = this.#definition;
    if (!definition) {
      this.#begin(kind, value);
    } else if (definition.read(kind, value)) {
      this.#definition = undefined;
    }
  }

  #begin(kind: TokenKind, value: string | undefined): void {
    const definition = new DefinitionSize();
    this.#definition = definition;
    this.#awaitsName = kind === TokenKind.NAME && value === 'fragment';
    if (!this.#awaitsName) this.operations.push(definition);
    if (kind === TokenKind.BRACE_L) definition.read(kind, value);
  }
}

function sizeOf({ operations, fragments }: Reader): DocumentSize {
  const unfolded = new Unfolded(fragments);
  const most = { ...NONE };
  for (const operation of operations) {
    const size = unfolded.of(operation);
    for (const key of KEYS) most[key] = Math.max(most[key], size[key]);
  }
  return most;
}

const NONE: OwnSize = { depth: 0, aliases: 0, rootFields: 0, directives: 0, fields: 0 };
const KEYS = Object.keys(NONE) as (keyof OwnSize)[];

/** The most fragments that may spread one another in a row. */
const LONGEST_CHAIN = 1000;

/** Adds up what definitions spread. A fragment that spreads itself counts once: validation refuses it. */
class Unfolded {
  readonly #fragments: ReadonlyMap<string, DefinitionSize>;
  readonly #known = new Map<DefinitionSize, OwnSize>();

  constructor(fragments: ReadonlyMap<string, DefinitionSize>) {
    this.#fragments = fragments;
  }

  of(definition: DefinitionSize, chain = 0): OwnSize {
    const known = this.#known.get(definition);
    if (known) return known;
    if (chain > LONGEST_CHAIN) return { ...NONE, depth: MOST };
    this.#known.set(definition, NONE);
    const sum = { ...definition.own };
    for (const [name, { times, depth, atRoot }] of definition.spreads) {
      const fragment = this.#fragments.get(name);
      if (!fragment) continue;
      const size = this.of(fragment, chain + 1);
      sum.depth = Math.min(MOST, Math.max(sum.depth, depth + size.depth));
      sum.rootFields = Math.min(MOST, sum.rootFields + atRoot * size.rootFields);
      for (const key of ['aliases', 'directives', 'fields'] as const) {
        sum[key] = Math.min(MOST, sum[key] + times * size[key]);
      }
    }
    this.#known.set(definition, sum);
    return sum;
  }
}
