import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** How a body that goes on for long is begun. */
interface StreamStart {
  readonly contentType: string;
  /** Bytes, and not a string: Node would put it behind the head, and keep both in pieces as long as the response lasts. */
  readonly opening: Buffer;
}

/** One HTTP response that goes on for long, written piece by piece. */
export class ResponseStream {
  /** Undefined once the head is sent: a stream may last for days, and holds no more than it needs. */
  #reply: FastifyReply | undefined;
  readonly #raw: ServerResponse;
  readonly #start: StreamStart;

  constructor(reply: FastifyReply, start: StreamStart) {
    this.#reply = reply;
    this.#raw = reply.raw;
    this.#start = start;
  }

  /** Bytes that the client has not taken yet. */
  get waiting(): number {
    return this.#raw.writableLength;
  }

  get isOpen(): boolean {
    return !this.#raw.destroyed && !this.#raw.writableEnded;
  }

  /** Sends the head, where that is not done. From then on the response is this stream's. */
  begin(): void {
    const reply = this.#reply;
    if (!reply) return;
    this.#reply = undefined;
    reply.hijack();
    letGo(reply.request);
    const raw = this.#raw;
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined && name !== 'content-length') raw.setHeader(name, value);
    }
    raw.setHeader('content-type', this.#start.contentType);
    raw.setHeader('cache-control', 'no-store');
    // Proxies such as nginx would hold messages back otherwise.
    raw.setHeader('x-accel-buffering', 'no');
    raw.write(this.#start.opening);
  }

  /** @param onFlushed called when the client has taken it */
  write(piece: string | Buffer, onFlushed?: () => void): void {
    this.begin();
    if (this.isOpen) this.#raw.write(piece, onFlushed);
  }

  end(piece = ''): void {
    this.begin();
    if (this.isOpen) this.#raw.end(piece);
  }

  /** Cuts it off. */
  destroy(): void {
    this.#raw.destroy();
  }

  onClose(listener: () => void): void {
    this.#raw.on('close', listener);
  }
}

/** Nobody reads the request any more, which Node and Fastify hold as long as its response lasts. */
function letGo(request: FastifyRequest): void {
  request.body = undefined;
  request.raw.headers = {};
  request.raw.rawHeaders = [];
}
