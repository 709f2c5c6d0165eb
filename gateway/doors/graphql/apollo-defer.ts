import { type ApolloServerPlugin, type BaseContext, type GraphQLRequestContext, HeaderMap } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { DeferredAnswer } from '../../execution/answer.ts';
import { answerParts } from '../parts/answer-parts.ts';
import { namedIncrementalFormat } from '../parts/incremental-format.ts';

/** The first part of an answer and the rest, or the whole answer; errors as clients may read them. */
export interface FirstAndRest {
  /** JSON text of the first part as an answer of its own. */
  readonly first: string;
  readonly deferred: DeferredAnswer<object> | undefined;
}

/** Answers an operation, in parts where it can; undefined where the operation defers nothing. */
export type IncrementalAnswerer<Context extends BaseContext> = (
  given: GraphQLRequestContext<Context>,
  show: (error: GraphQLFormattedError) => GraphQLFormattedError,
) => Promise<FirstAndRest | undefined>;

/**
 * Streams what is deferred, where the client takes it in one of the formats that Apollo Server writes. Apollo Server calls neither
 * `formatError` nor `didEncounterErrors` for what a plugin answers: `show` stands in for the first.
 */
export function deferPlugin<Context extends BaseContext>(
  answer: IncrementalAnswerer<Context>,
  show: (error: GraphQLFormattedError) => GraphQLFormattedError,
): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation(given) {
          const format = namedIncrementalFormat(given.request.http?.headers.get('accept'));
          if (!format) return null;
          const answered = await answer(given, show);
          if (!answered) return null;
          const { first, deferred } = answered;
          const http = { status: undefined, headers: new HeaderMap() };
          if (!deferred) return { http, body: { kind: 'single', singleResult: JSON.parse(first) } };
          const parts = answerParts({ first, deferred }, format);
          const initialResult = JSON.parse((await parts.next()).value.text);
          return { http, body: { kind: 'incremental', initialResult, subsequentResults: parsed(parts) } };
        },
      };
    },
  };
}

async function* parsed<Result>(parts: AsyncIterable<{ readonly text: string }>): AsyncGenerator<Result, void, void> {
  for await (const { text } of parts) yield JSON.parse(text);
}
