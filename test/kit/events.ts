/** One server-sent event, as a client reads it; a comment has no event. */
export interface SeenEvent {
  readonly event: string | undefined;
  readonly data: unknown;
}

/** An event stream as it comes. */
export class EventStream {
  readonly response: Response;
  readonly #reader: ReadableStreamDefaultReader<string>;
  #text = '';
  #ended = false;

  constructor(response: Response) {
    this.response = response;
    const body = response.body as ReadableStream<Uint8Array<ArrayBuffer>>;
    this.#reader = body.pipeThrough(new TextDecoderStream()).getReader();
  }

  /** The next event or comment; undefined at the end. */
  async next(): Promise<SeenEvent | undefined> {
    while (!this.#text.includes('\n\n')) {
      if (this.#ended) return undefined;
      const { done, value = '' } = await this.#reader.read();
      this.#ended = done;
      this.#text += value;
    }
    const end = this.#text.indexOf('\n\n');
    const lines = this.#text.slice(0, end).split('\n');
    this.#text = this.#text.slice(end + 2);
    const field = (name: string) =>
      lines
        .find((line) => line.startsWith(`${name}:`))
        ?.slice(name.length + 1)
        .trim();
    const data = field('data');
    return { event: field('event'), data: data ? JSON.parse(data) : undefined };
  }

  /** The next event that is no comment. */
  async nextEvent(): Promise<SeenEvent | undefined> {
    for (;;) {
      const found = await this.next();
      if (!found || found.event) return found;
    }
  }

  leave(): Promise<void> {
    return this.#reader.cancel();
  }
}
