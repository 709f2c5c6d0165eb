import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ToldError } from '../../execution/told-errors.ts';
import type { Variables } from '../../guard/variables.ts';
import type { PipelineRequest, Reply } from '../../pipeline.ts';
import type { Utf8Text } from '../../utf8-text.ts';
import { streamFormat } from '../live/stream-format.ts';
import { incrementalFormat } from '../parts/incremental-format.ts';
import { inParts } from '../parts/multipart-reply.ts';
import { replyText, sentBody } from '../reply-body.ts';
import { Exchange } from './exchange.ts';
import { NDJSON } from './ndjson.ts';
import { pageLines } from './page-lines.ts';
import { problem, sendProblem } from './problem.ts';

/** One request with its answer, which may come bit by bit. */
export class StreamedExchange extends Exchange<FastifyRequest, FastifyReply> {
  /** Answers in one JSON text, or in parts where the client takes them. */
  async partsOrWhole({ variables, read }: Pick<PipelineRequest, 'variables' | 'read'>): Promise<unknown> {
    const format = this.#isHead ? undefined : incrementalFormat(this.request.headers.accept);
    if (!format) return this.#sent(await this.whole({ variables, read }));
    const given = this.record(await this.askOnce(variables, read, true), this.asked.begun);
    const { deferred } = given;
    if (!deferred) return this.#sent(this.body(given));
    this.reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-store');
    return inParts(this.reply, format, { first: replyText(given), deferred });
  }

  /** Answers with the items of all pages, a line each, as long as the credential holds. */
  async lines(variables: Variables): Promise<FastifyReply> {
    const { id } = this.request;
    const { paging } = this.asked.compiled;
    const { linePages, isDraining } = this.asked.door;
    if (!paging)
      return this.refuse(problem('NOT_ACCEPTABLE', 'The operation has no list to be read page by page.', id));
    const ask = async (given: Variables) => {
      const begun = performance.now();
      return this.record(await this.ask(given, {}), begun);
    };
    // A page that lacks something is not passed on as whole: its reader would never know.
    const fault = (page: Reply) => this.problemOf(page.errors.length > 0 ? { ...page, data: undefined } : page);
    const first = await ask(variables);
    const refused = fault(first);
    if (refused) return sendProblem(this.reply, refused);
    this.reply.headers({
      'content-type': `${NDJSON}; charset=utf-8`,
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    if (this.#isHead) return this.reply.send();
    const { client } = this.request.caller;
    const isOver = () => isDraining() || client.revoked?.aborted === true || Date.now() >= client.expiresAt;
    const lines = pageLines(first, { paging, variables, ask, fault, pages: linePages, isOver });
    return this.reply.send(Readable.from(lines, { objectMode: false }));
  }

  /** Answers with the events of a subscription, as long as the credential holds. */
  async stream(variables: Variables): Promise<FastifyReply> {
    const { headers, caller } = this.request;
    const { door, snapshot, operation, begun } = this.asked;
    const format = this.#isHead ? undefined : streamFormat(headers.accept);
    if (!format) return this.refuseFor('SUBSCRIPTION_NEEDS_STREAM');
    const code = door.streams.refusal(this.request);
    if (code) return this.refuseFor(code);
    const record = (refused: readonly ToldError[]) => void this.record({ data: undefined, errors: refused }, begun);
    return door.streams.open(this.reply, format, { request: { caller, operation, variables }, snapshot, record });
  }

  #sent(body: Utf8Text | undefined): FastifyReply | string | Buffer {
    return body === undefined ? this.reply : sentBody(body);
  }

  get #isHead(): boolean {
    return this.request.method === 'HEAD';
  }
}
