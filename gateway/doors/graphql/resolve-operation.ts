import type { AsyncLocalStorage } from 'node:async_hooks';
import type { ApolloServer } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Caller } from '../../clients/caller.ts';
import type { ToldError } from '../../execution/told-errors.ts';
import type { RegisteredOperation } from '../../operations/registered-operation.ts';
import type { Pipeline, Reply } from '../../pipeline.ts';
import type { LeaveSignal } from '../../subgraphs/sharing/leave-signal.ts';
import type { Snapshot } from '../../supergraph/snapshot.ts';
import type { RecordOperation } from '../../telemetry/operations.ts';
import { recordedReply } from '../recorded-reply.ts';
import type { Admit } from './admit.ts';
import type { Context, Exchange, ResolvedSubscription } from './answering.ts';
import type { Snapshots } from './apollo-engine.ts';
import type { AskedOperation } from './asked-operation.ts';

/** What became of an operation: a subscription to be opened, an answer, or why there is none. */
export type Resolved =
  | { readonly kind: 'subscription'; readonly subscription: ResolvedSubscription }
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'refused'; readonly errors: readonly ToldError[] };

/** Takes an operation the way of every request: the same limits, the same rules. It never rejects. */
export type ResolveOperation = (asked: AskedOperation, caller: Caller, signal: LeaveSignal) => Promise<Resolved>;

/** What resolving works with, beside Apollo Server. */
interface ResolverParts {
  readonly admit: Admit;
  readonly pipeline: Pipeline;
  readonly snapshots: Snapshots;
  readonly record: RecordOperation;
  readonly requestIds: AsyncLocalStorage<string>;
}

/** Resolves operations of live connections: registered ones at once, documents by the same Apollo Server that answers requests. */
export function operationResolver(server: ApolloServer<Context>, parts: ResolverParts): ResolveOperation {
  const { admit, snapshots, record, requestIds } = parts;
  return async (asked, caller, signal) => {
    const snapshot = snapshots.current();
    const admitted = admit(asked, caller.client, snapshot.schema);
    if (admitted.kind === 'registered') {
      return registered(admitted.operation, asked, { caller, signal, snapshot }, parts);
    }
    if (admitted.kind === 'refused') {
      const about = { name: undefined, begun: performance.now(), client: caller.client.name };
      record({}, about, { hasValues: () => false, errors: [admitted.error] });
      return refusedWith([admitted.error], caller);
    }
    const exchange = exchangeOf(signal);
    const response = await requestIds.run(caller.requestId, () =>
      server.executeOperation(asked as object, { contextValue: { caller, exchange } }),
    );
    if (exchange.subscription) return { kind: 'subscription', subscription: exchange.subscription };
    if (exchange.reply) return { kind: 'reply', reply: exchange.reply };
    const { body } = response;
    return refusedWith(body.kind === 'single' ? (body.singleResult.errors ?? []) : [], caller);
  };
}

async function registered(
  operation: RegisteredOperation,
  { variables = {} }: AskedOperation,
  { caller, signal, snapshot }: { caller: Caller; signal: LeaveSignal; snapshot: Snapshot },
  { pipeline, record }: Pick<ResolverParts, 'pipeline' | 'record'>,
): Promise<Resolved> {
  const about = { name: operation.name, begun: performance.now(), client: caller.client.name };
  if (operation.kind === 'subscription') {
    const told = (errors: readonly ToldError[]) => record({}, about, { hasValues: () => false, errors });
    return {
      kind: 'subscription',
      subscription: { request: { caller, operation, variables }, snapshot, record: told },
    };
  }
  const reply = await pipeline({ caller, operation, variables, signal }, snapshot);
  return { kind: 'reply', reply: recordedReply(reply, (answered) => record({}, about, answered)) };
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
  const told = { incremental: false, explain: false, tellsCost: false, contentType: undefined, wellFormed: false };
  return { ...told, record: {}, signal, reply: undefined, isReadOnly: false, streams: true, subscription: undefined };
}
