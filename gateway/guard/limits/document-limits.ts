import { Lexer, Source } from 'graphql';
import { BoundedCache } from '../../caches/bounded-cache.ts';
import type { ErrorCode } from '../../errors.ts';
import { type DocumentSize, measureDocument, type ReadingStop } from './document-size.ts';

/** The most of a document that is looked at any further. */
export interface DocumentLimits {
  readonly documentTokens: number;
  readonly documentDepth: number;
  readonly documentAliases: number;
  readonly documentRootFields: number;
  readonly documentDirectives: number;
  /** Fields. */
  readonly documentSelections: number;
}

/** Why a request goes beyond a limit. */
export interface LimitExceeded {
  readonly code: ErrorCode;
  readonly message: string;
  readonly limit: number;
  /** The number found: at least as much, where counting ended there. */
  readonly found: number;
}

/**
 * Says what is too much of a document; undefined where it is within its limits.
 * @param registered whether the document was registered: then its tokens, depth and aliases were judged by who registered it
 */
export type JudgeDocument = (text: string, registered?: boolean) => LimitExceeded | undefined;

/** Documents that are remembered to have passed, and the longest of them, in characters: clients send the same ones again and again. */
const REMEMBERED = { documents: 1000, length: 16_384 };
/** Levels of brackets of any kind that parser and validation take, which call themselves for each; no setting allows more. */
const BRACKETS = 500;

/** Judges documents before they are parsed; those that passed are remembered. */
export function documentLimits(limits: DocumentLimits): JudgeDocument {
  const passed = new BoundedCache<string, true>(REMEMBERED.documents);
  return (text, registered = false) => {
    if (passed.get(text)) return undefined;
    const exceeded = judged(text, limits, registered);
    if (!exceeded && !registered && text.length <= REMEMBERED.length) passed.set(text, true);
    return exceeded;
  };
}

function judged(text: string, limits: DocumentLimits, registered: boolean): LimitExceeded | undefined {
  const { documentTokens: tokens, documentDepth: depth } = limits;
  const most = { tokens: registered ? Number.POSITIVE_INFINITY : tokens, values: depth, brackets: BRACKETS };
  let size: DocumentSize | ReadingStop;
  try {
    size = measureDocument(new Lexer(new Source(text)), most);
  } catch {
    // A lexical error, which the parser tells with its place.
    return undefined;
  }
  if ('of' in size) return stopped(size, limits);
  const { documentRootFields, documentDirectives, documentSelections, documentAliases } = limits;
  return (
    (registered ? undefined : beyond('DEPTH_LIMIT', 'nests {} levels of fields', size.depth, depth)) ??
    beyond('ROOT_FIELD_LIMIT', 'has {} root fields', size.rootFields, documentRootFields) ??
    (registered ? undefined : beyond('ALIAS_LIMIT', 'has {} aliases', size.aliases, documentAliases)) ??
    beyond('DIRECTIVE_LIMIT', 'has {} directives', size.directives, documentDirectives) ??
    beyond('OPERATION_TOO_COMPLEX', 'selects {} fields', size.fields, documentSelections)
  );
}

function stopped({ of }: ReadingStop, { documentTokens, documentDepth }: DocumentLimits): LimitExceeded {
  if (of === 'tokens') {
    const message = `The document has more than ${documentTokens} tokens.`;
    return { code: 'TOKEN_LIMIT', message, limit: documentTokens, found: documentTokens + 1 };
  }
  const limit = of === 'values' ? documentDepth : BRACKETS;
  const what = of === 'values' ? 'lists and objects of an argument' : 'brackets';
  const message = `The document nests ${what} more than ${limit} levels deep.`;
  return { code: 'DEPTH_LIMIT', message, limit, found: limit + 1 };
}

function beyond(code: ErrorCode, has: string, found: number, limit: number): LimitExceeded | undefined {
  if (found <= limit) return undefined;
  const message = `The document ${has.replace('{}', String(found))}, counting each fragment wherever it is spread; the limit is ${limit}.`;
  return { code, message, limit, found };
}
