import { Lexer, Source, TokenKind } from 'graphql';
import { BoundedCache } from '../bounded-cache.ts';

const OPENS: readonly TokenKind[] = [TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L];
const CLOSES: readonly TokenKind[] = [TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R];

/** Documents that are remembered to have passed, and the longest of them, in characters: clients send the same ones again and again. */
const REMEMBERED = { documents: 1000, length: 16_384 };

/** Bounds of a document: levels of brackets, and lexical tokens that are read. */
interface NestingLimits {
  readonly depth: number;
  readonly tokens: number;
}

/** A `nestsTooDeep` for fixed limits, which remembers documents that passed. */
export function documentLimits(limits: NestingLimits): (text: string) => boolean {
  const passed = new BoundedCache<string, true>(REMEMBERED.documents);
  return (text) => {
    if (passed.get(text)) return false;
    if (nestsTooDeep(text, limits)) return true;
    if (text.length <= REMEMBERED.length) passed.set(text, true);
    return false;
  };
}

/**
 * Whether brackets of any kind stand deeper in each other than a limit. The parser and all that follows it call themselves for each
 * level, so this is asked before them. What is no text of GraphQL is left to the parser, and so is what comes after its last token.
 */
export function nestsTooDeep(text: string, limits: NestingLimits): boolean {
  const lexer = new Lexer(new Source(text));
  let depth = 0;
  try {
    for (let read = 0; read <= limits.tokens; read++) {
      const { kind } = lexer.advance();
      if (kind === TokenKind.EOF) return false;
      if (OPENS.includes(kind)) depth++;
      else if (CLOSES.includes(kind)) depth--;
      if (depth > limits.depth) return true;
    }
  } catch {
    // A lexical error, which the parser tells with its place.
  }
  return false;
}
