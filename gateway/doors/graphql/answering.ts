import {
  type ApolloServerPlugin,
  type GraphQLRequestContext,
  type GraphQLRequestListener,
  HeaderMap,
} from '@apollo/server';
import { type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Caller } from '../../clients/caller.ts';
import type { Client } from '../../clients/client.ts';
import { errors, isErrorCode } from '../../errors.ts';
import type { ToldError } from '../../execution/told-errors.ts';
import type { LiveRequest } from '../../live/live-source.ts';
import { ownToldError } from '../../live/own-error.ts';
import type { Pipeline, Reply } from '../../pipeline.ts';
import type { LeaveSignal } from '../../subgraphs/sharing/leave-signal.ts';
import type { Snapshot } from '../../supergraph/snapshot.ts';
import type { Answered, OperationRecord, RecordOperation } from '../../telemetry/operations.ts';
import type { SentDocument } from '../../telemetry/unregistered.ts';
import { recordedReply } from '../recorded-reply.ts';
import { tellOtherErrors } from './validation-stop.ts';

/** One request, from the door through Apollo Server to the pipeline and back. */
export interface Exchange {
  readonly record: OperationRecord;
  readonly signal: LeaveSignal;
  /** Whether the client takes answers in parts. */
  readonly incremental: boolean;
  readonly explain: boolean;
  readonly tellsCost: boolean;
  /** What Apollo Server chooses as the answer's type for this client; undefined where that is not known yet. */
  readonly contentType: string | undefined;
  /** A GraphQL request it was, whatever became of it. */
  wellFormed: boolean;
  /** What the pipeline answered; undefined where Apollo Server refused the request before. */
  reply: Reply | undefined;
  /** Whether it came in a way by which nothing may be changed. */
  readonly isReadOnly: boolean;
  /** Whether the client takes many answers to one operation. */
  readonly streams: boolean;
  /** What such a client subscribes to. */
  subscription: ResolvedSubscription | undefined;
}

/** A subscription whose document is valid; the door that takes it opens it, and records how that went. */
export interface ResolvedSubscription {
  readonly request: LiveRequest;
  /** Against whose schema it is valid. */
  readonly snapshot: Snapshot;
  readonly record: (errors: readonly ToldError[]) => void;
}

/** What an operation carries along. */
export interface Context {
  readonly caller: Caller;
  readonly exchange: Exchange;
}

/** What operations are answered with. */
export interface Answering {
  readonly pipeline: Pipeline;
  readonly snapshotOf: (schema: GraphQLSchema) => Snapshot;
  readonly record: RecordOperation;
  /** Told of documents whose client's level asks for it. */
  readonly onAdHoc: (client: Client, sent: SentDocument, schema: GraphQLSchema) => void;
  /** Whether messages leave out near names of the schema. */
  readonly hideSuggestions: boolean;
}

/** Stands for an answer that the pipeline has written: it leaves by the exchange. */
const ANSWERED = {};

/** Apollo Server's `stringifyResult`: what the pipeline has written is not written again. */
export function stringifyResult(result: { readonly data?: unknown }): string {
  return result.data === ANSWERED ? '' : JSON.stringify(result);
}

/**
 * Has the pipeline answer. As a plugin, and not as the executor of a gateway: for one of those Apollo Server makes, at each request, an
 * object with accessors of its own, whose hidden class keeps the whole request in memory until the next full garbage collection.
 */
export function answering(parts: Answering): ApolloServerPlugin<Context> {
  return { requestDidStart: async () => new Listener(parts) };
}

class Listener implements GraphQLRequestListener<Context> {
  readonly #parts: Answering;
  readonly #begun = performance.now();

  constructor(parts: Answering) {
    this.#parts = parts;
  }

  async didResolveSource({ contextValue }: GraphQLRequestContext<Context>): Promise<void> {
    contextValue.exchange.wellFormed = true;
  }

  async validationDidStart({ schema, document }: GraphQLRequestContext<Context>) {
    return async (found: unknown) => {
      if (document) tellOtherErrors(found, schema, document, this.#parts.hideSuggestions);
    };
  }

  async responseForOperation(given: GraphQLRequestContext<Context>) {
    const { queryHash: id, document, request, schema, contextValue } = given;
    if (id === undefined || !document) return null;
    const { caller, exchange } = contextValue;
    if (caller.client.level === 'log' && given.source !== undefined) {
      const sent = { id, text: given.source, name: given.operationName ?? undefined };
      this.#parts.onAdHoc(caller.client, sent, schema);
    }
    const { signal, incremental, explain, tellsCost } = exchange;
    const operation = { id, document, operationName: request.operationName };
    const { pipeline, snapshotOf } = this.#parts;
    const variables = request.variables ?? {};
    const body = { kind: 'single' as const, singleResult: { data: ANSWERED } };
    if (exchange.isReadOnly && given.operation?.operation === OperationTypeNode.MUTATION) {
      exchange.reply = { data: undefined, errors: ownToldError('METHOD_NOT_ALLOWED', caller.requestId) };
      return { http: { status: errors.METHOD_NOT_ALLOWED.status, headers: new HeaderMap() }, body };
    }
    if (exchange.streams && given.operation?.operation === OperationTypeNode.SUBSCRIPTION) {
      const record = (refused: readonly ToldError[]) => this.#record(given, refused);
      exchange.subscription = { request: { caller, operation, variables }, snapshot: snapshotOf(schema), record };
      return { http: { status: undefined, headers: new HeaderMap() }, body };
    }
    const reply = await pipeline(
      { caller, operation, variables, incremental, signal, explain, tellsCost },
      snapshotOf(schema),
    );
    exchange.reply = reply;
    const headers = new HeaderMap();
    if (exchange.contentType !== undefined) headers.set('content-type', exchange.contentType);
    return { http: { status: statusOf(reply), headers }, body };
  }

  async willSendResponse(given: GraphQLRequestContext<Context>) {
    const { exchange } = given.contextValue;
    const { body } = given.response;
    if (exchange.subscription) return;
    if (exchange.reply) {
      exchange.reply = recordedReply(exchange.reply, (answered) => this.#write(given, answered));
    } else {
      const refused = body?.kind === 'single' ? body.singleResult.errors : undefined;
      this.#record(given, refused ?? []);
    }
  }

  /** Records that a request was refused, or that a subscription began. */
  #record(given: GraphQLRequestContext<Context>, errors: Answered['errors']): void {
    this.#write(given, { hasValues: () => false, errors });
  }

  #write({ contextValue, operationName }: GraphQLRequestContext<Context>, answered: Answered): void {
    const { exchange, caller } = contextValue;
    const about = { name: operationName ?? undefined, begun: this.#begun, client: caller.client.name };
    this.#parts.record(exchange.record, about, answered);
  }
}

/** An answer with data is a success; one without has the status of its first error. */
export function statusOf({ data, errors: [first] }: Reply): number | undefined {
  if (data !== undefined || !first) return undefined;
  const { code } = first.extensions;
  return isErrorCode(code) ? errors[code].status : 500;
}
