import type { GraphQLError, SourceLocation } from 'graphql';
import { UNEXPECTED } from '../errors.ts';
import { PathSet } from './path-set.ts';

/** A place in the answer: response keys and list indices. */
export type Path = readonly (string | number)[];

/** An error of the answer, in the shape of the GraphQL response format. */
export interface AnswerError {
  readonly message: string;
  /** Where in the client's own document; a subgraph's document is nobody's business. */
  readonly locations?: readonly SourceLocation[];
  readonly path?: Path;
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
  /** Whether a subgraph wrote message and extensions: then they may say what clients should not read. */
  readonly foreign: boolean;
  /** How many errors it stands for, where there were too many to note each; else 1. */
  readonly count?: number;
}

/** How many errors these stand for. */
export function countOf(errors: readonly AnswerError[]): number {
  return errors.reduce((sum, { count = 1 }) => sum + count, 0);
}

/** An error that nobody foresaw; its cause is for the operator alone. @param path where it happened; undefined for the whole request */
export function unexpectedError(error: unknown, path?: Path): AnswerError {
  const cause = error instanceof Error ? { cause: error.stack } : {};
  const extensions = { code: 'INTERNAL_SERVER_ERROR', ...cause };
  return { message: UNEXPECTED, ...(path && { path }), extensions, foreign: false };
}

/** An error for which a request is refused as a whole. */
export function requestError({ message, locations, extensions }: GraphQLError): AnswerError {
  const code = typeof extensions.code === 'string' ? extensions.code : 'INTERNAL_SERVER_ERROR';
  return { message, ...(locations && { locations }), extensions: { ...extensions, code }, foreign: false };
}

/**
 * The errors of one answer. A null that follows from an error which is already reported adds none (GraphQL
 * specification, "Handling Execution Errors": only one error per field).
 */
export class AnswerErrors {
  readonly list: AnswerError[] = [];
  readonly #reported = new PathSet();

  add(error: AnswerError): void {
    this.list.push(error);
    if (error.path) this.#reported.add(error.path);
  }

  /** Whether an error stands at this very place. */
  tells(path: Path): boolean {
    return this.#reported.has(path);
  }

  /** Whether an error at, above or below this path says already why there is no value. */
  explains(path: Path): boolean {
    return this.#reported.touches(path);
  }
}
