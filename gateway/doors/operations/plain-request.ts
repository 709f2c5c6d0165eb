import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { parse } from 'fast-querystring';
import { type Caller, requestIdFrom } from '../../clients/caller.ts';
import type { Log } from '../../telemetry/log.ts';
import type { OperationRecord } from '../../telemetry/operations.ts';
import type { DoorRequest } from '../door-exchange.ts';

/** A request without a body for an operation by its name, as Node read it. */
export class PlainRequest implements DoorRequest {
  readonly raw: IncomingMessage;
  readonly id: string;
  readonly method = 'GET';
  readonly headers: IncomingHttpHeaders;
  readonly params: { readonly name: string };
  readonly query: unknown;
  readonly body = undefined;
  declare caller: Caller;
  operation: OperationRecord | undefined = undefined;
  readonly #log: Log;

  constructor(raw: IncomingMessage, name: string, query: string | undefined, log: Log) {
    const { headers } = raw;
    this.raw = raw;
    this.id = requestIdFrom(headers);
    this.headers = headers;
    this.params = { name };
    // As Fastify reads it.
    this.query = parse(query ?? '');
    this.#log = log;
  }

  get socket(): Socket {
    return this.raw.socket;
  }

  get log(): Log {
    return this.#log.child({ requestId: this.id });
  }
}
