import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Subgraph } from './workload.ts';

/** Questions that differ; a gateway that asks more than these puts something of each request into its bodies. */
const MOST_QUESTIONS = 10_000;
const MOST_HEADER_BYTES = 65_536;
const END_OF_HEAD = '\r\n\r\n';

/** A question: its subgraph, and the request's body. */
interface Question {
  readonly subgraph: string;
  readonly body: string;
}

/**
 * Stands for all subgraphs: what was asked once is answered again from memory, whatever the headers say. It speaks just enough HTTP
 * for gateways, so that it costs little beside what is measured.
 */
export class ReplayServer {
  readonly #subgraphs: ReadonlyMap<string, Subgraph>;
  readonly #known = new Map<string, Buffer>();
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #asked = 0;
  #lastHead = '';

  private constructor(subgraphs: ReadonlyMap<string, Subgraph>) {
    this.#subgraphs = subgraphs;
    this.#server = createServer({ noDelay: true }, (socket) => this.#serve(socket));
  }

  /** Listens on a free port of this machine. */
  static async open(subgraphs: ReadonlyMap<string, Subgraph>): Promise<ReplayServer> {
    const replay = new ReplayServer(subgraphs);
    await once(replay.#server.listen(0, '127.0.0.1'), 'listening');
    return replay;
  }

  /** Requests answered so far. */
  get asked(): number {
    return this.#asked;
  }

  /** Questions that were answered for the first time so far. */
  get learnt(): number {
    return this.#known.size;
  }

  /** A header of the last request, its name in lower case. */
  lastHeader(name: string): string | undefined {
    const line = this.#lastHead.split('\r\n').find((each) => each.toLowerCase().startsWith(`${name}:`));
    return line?.slice(name.length + 1).trim();
  }

  /** A subgraph's address. */
  urlOf(subgraph: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${encodeURIComponent(subgraph)}`;
  }

  /** Cuts every connection. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await once(this.#server.close(), 'close');
  }

  #serve(socket: Socket): void {
    let rest: Buffer | undefined;
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket)).on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      let bytes = rest ? Buffer.concat([rest, chunk]) : chunk;
      for (let read = readRequest(bytes); read; read = readRequest(bytes)) {
        if (typeof read === 'string') return void socket.end(`HTTP/1.1 ${read}\r\ncontent-length: 0${END_OF_HEAD}`);
        bytes = bytes.subarray(read.length);
        this.#lastHead = read.head;
        this.#answer(read.question, socket);
      }
      rest = bytes.length > 0 ? bytes : undefined;
    });
  }

  #answer(question: Question, socket: Socket): void {
    this.#asked++;
    const known = this.#known.get(question.subgraph + question.body);
    if (known) return void socket.write(known);
    void this.#learn(question).then(
      (response) => socket.write(response),
      (error: Error) => socket.end(withHead('502 Bad Gateway', Buffer.from(JSON.stringify({ errors: [error] })))),
    );
  }

  async #learn({ subgraph, body }: Question): Promise<Buffer> {
    const ask = this.#subgraphs.get(subgraph);
    if (!ask) throw new Error(`No subgraph is named ${subgraph}`);
    if (this.#known.size >= MOST_QUESTIONS) throw new Error('Too many questions that differ');
    const response = withHead('200 OK', await ask(Buffer.from(body, 'latin1').toString('utf8')));
    this.#known.set(subgraph + body, response);
    return response;
  }
}

/**
 * The first request of a connection's bytes.
 * @returns undefined while it has not come whole; a status for what is no POST with a content-length
 */
function readRequest(bytes: Buffer): { question: Question; head: string; length: number } | string | undefined {
  const end = bytes.indexOf(END_OF_HEAD);
  if (end < 0) return bytes.length > MOST_HEADER_BYTES ? '431 Request Header Fields Too Large' : undefined;
  const head = bytes.toString('latin1', 0, end);
  const [, subgraph] = /^POST \/(\S*) HTTP/.exec(head) ?? [];
  const [, size] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
  if (subgraph === undefined) return '404 Not Found';
  if (size === undefined) return '411 Length Required';
  const begin = end + END_OF_HEAD.length;
  const length = begin + Number(size);
  if (bytes.length < length) return undefined;
  // Latin-1 keeps every byte apart and is the cheapest to read; JSON text of ASCII is the same in it.
  const question = { subgraph: decodeURIComponent(subgraph), body: bytes.toString('latin1', begin, length) };
  return { question, head, length };
}

function withHead(status: string, body: Buffer): Buffer {
  const head = `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}${END_OF_HEAD}`;
  return Buffer.concat([Buffer.from(head), body]);
}
