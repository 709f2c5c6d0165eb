import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Caller } from '../clients/caller.ts';
import type { Log } from '../telemetry/log.ts';
import type { OperationRecord } from '../telemetry/operations.ts';

/** A request as doors read it: Fastify's is one. */
export interface DoorRequest {
  readonly id: string;
  readonly method: string;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  /** What stands in the path, by the names that the route has for it. */
  readonly params: unknown;
  /** Query parameters by name. */
  readonly query: unknown;
  /** What was parsed of the body; undefined where there is none. */
  readonly body: unknown;
  /** Who sent it; known once it was admitted, see `identifying`. */
  readonly caller: Caller;
  operation: OperationRecord | undefined;
  readonly log: Pick<Log, 'error' | 'info'>;
}

/** The answer to such a request, as doors write it. */
export interface DoorReply {
  readonly raw: ServerResponse;
  readonly statusCode: number;
  code(status: number): DoorReply;
  /** @param name in lower case */
  header(name: string, value: string | number): DoorReply;
  hasHeader(name: string): boolean;
  removeHeader(name: string): DoorReply;
  /** Answers; done once. */
  send(body?: string): DoorReply;
}
