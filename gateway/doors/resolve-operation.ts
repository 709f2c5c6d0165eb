import type { AsyncLocalStorage } from 'node:async_hooks';
import type { ApolloServer } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Caller } from '../clients/caller.ts';
import type { ToldError } from '../execution/told-errors.ts';
import type { JudgeDocument } from '../guard/limits/document-limits.ts';
import type { Variables } from '../guard/variables.ts';
import type { Reply } from '../pipeline.ts';
import type { LeaveSignal } from '../subgraphs/leave-signal.ts';
import type { Context, Exchange, ResolvedSubscription } from './answering.ts';
import { limitError } from './limit-error.ts';
import { storedOnly } from './stored-only.ts';

/** One operation as a live connection brings it; only its outer form was looked at. */
export interface AskedOperation {
  readonly query?: string | undefined;
  readonly operationName?: string | undefined;
  readonly variables?: Variables | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** What became of it: a subscription to be opened, an answer, or why there is none. */
export type Resolved =
  | { readonly kind: 'subscription'; readonly subscription: ResolvedSubscription }
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'refused'; readonly errors: readonly ToldError[] };

/** Takes an operation the way of every request: the same limits, the same rules. It never rejects. */
export type ResolveOperation = (asked: AskedOperation, caller: Caller, signal: LeaveSignal) => Promise<Resolved>;

/** What is done before Apollo Server sees a document. */
interface Before {
  readonly judge: JudgeDocument;
  readonly requestIds: AsyncLocalStorage<string>;
}

/** Resolves operations by the same Apollo Server that answers requests. */
export function operationResolver(server: ApolloServer<Context>, { judge, requestIds }: Before): ResolveOperation {
  return async (asked, caller, signal) => {
    const exchange = exchangeOf(signal);
    if (caller.client.operations !== 'any') {
      const { message, extensions } = storedOnly(exchange.record);
      return refusedWith([{ message, extensions: { code: extensions.code } }], caller);
    }
    const exceeded = asked.query === undefined ? undefined : judge(asked.query);
    if (exceeded) {
      const { message, extensions } = limitError(exceeded, exchange.record);
      const { code, limit, found } = extensions;
      return refusedWith([{ message, extensions: { code, limit, found } }], caller);
    }
    const response = await requestIds.run(caller.requestId, () =>
      server.executeOperation(asked as object, { contextValue: { caller, exchange } }),
    );
    if (exchange.subscription) return { kind: 'subscription', subscription: exchange.subscription };
    if (exchange.reply) return { kind: 'reply', reply: exchange.reply };
    const { body } = response;
    return refusedWith(body.kind === 'single' ? (body.singleResult.errors ?? []) : [], caller);
  };
}

/** Errors have gone through `formatError`, or are made here. */
function refusedWith(errors: readonly GraphQLFormattedError[], { requestId }: Caller): Resolved {
  const told = errors.map(({ message, locations, extensions }) => ({
    message,
    ...(locations && { locations }),
    extensions: { ...extensions, code: String(extensions?.code), requestId },
  }));
  return { kind: 'refused', errors: told };
}

function exchangeOf(signal: LeaveSignal): Exchange {
  const own = { record: {}, signal, incremental: false, explain: false, contentType: undefined, wellFormed: false };
  return { ...own, reply: undefined, isReadOnly: false, streams: true, subscription: undefined };
}
