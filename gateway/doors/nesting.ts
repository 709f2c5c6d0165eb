import { Lexer, Source, TokenKind } from 'graphql';

const OPENS: readonly TokenKind[] = [TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L];
const CLOSES: readonly TokenKind[] = [TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R];

/**
 * Whether brackets of any kind stand deeper in each other than a limit. The parser and all that follows it call themselves for each
 * level, so this is asked before them. What is no text of GraphQL is left to the parser, and so is what comes after its last token.
 * @param limits of levels, and of tokens that are read
 */
export function nestsTooDeep(text: string, limits: { depth: number; tokens: number }): boolean {
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
