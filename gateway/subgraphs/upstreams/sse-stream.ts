import type { Dispatcher } from 'undici';
import { utf8Text } from '../../utf8-text.ts';
import { isObject, messageAnswer, parsedJson } from './read-message.ts';
import { eventReader } from './sse-events.ts';
import type { AttemptSink, Stop, UpstreamRequest } from './upstream.ts';

/** Bounds of a stream. */
export interface StreamLimits {
  /** Largest event taken, in characters. */
  readonly messageLimit: number;
  /** After how long a silence a stream that has sent comments counts as dead, in milliseconds. */
  readonly silence: number;
}

/**
 * Subscribes by server-sent events, a request for each subscription.
 * https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#distinct-connections-mode
 */
export function subscribeBySse(
  dispatcher: Dispatcher,
  { target, body, headers, signed }: UpstreamRequest,
  limits: StreamLimits,
  sink: AttemptSink,
): Stop {
  const { origin, pathname, search } = new URL(target.url);
  const stream = new EventStream(sink, limits, target.timeout);
  const own = { 'content-type': 'application/json', accept: 'text/event-stream' };
  const request = {
    origin,
    path: pathname + search,
    method: 'POST',
    headers: { ...headers, ...signed?.(), ...own },
    body,
  } as const;
  dispatcher.dispatch({ ...request, headersTimeout: 0, bodyTimeout: 0 }, stream);
  return () => stream.stop();
}

/** Reads one response. */
class EventStream implements Dispatcher.DispatchHandler {
  readonly #sink: AttemptSink;
  readonly #limits: StreamLimits;
  readonly #decoder = new TextDecoder();
  readonly #read: ReturnType<typeof eventReader>;
  #controller: Dispatcher.DispatchController | undefined;
  #over = false;
  #sendsComments = false;
  #watch: NodeJS.Timeout;
  /** The response where it is no stream: its text says why. */
  #refusal: { readonly status: number; text: string } | undefined;

  constructor(sink: AttemptSink, limits: StreamLimits, timeout: number) {
    this.#sink = sink;
    this.#limits = limits;
    this.#read = eventReader(limits.messageLimit);
    this.#watch = setTimeout(() => this.#lose(new Error(`No answer within ${timeout} ms`)), timeout);
  }

  stop(): void {
    if (this.#finish()) this.#controller?.abort(new Error('Nobody subscribes'));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#over) controller.abort(new Error('Nobody subscribes'));
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    const isStream = String(headers['content-type'] ?? '').startsWith('text/event-stream');
    if (status !== 200 || !isStream) this.#refusal = { status, text: '' };
    else clearTimeout(this.#watch);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#over) return;
    const text = this.#decoder.decode(chunk, { stream: true });
    if (this.#refusal) {
      if (this.#refusal.text.length < this.#limits.messageLimit) this.#refusal.text += text;
      return;
    }
    // Only who sends comments is expected to go on: another may have nothing to say for hours.
    this.#sendsComments ||= /^:|\n:/.test(text);
    if (this.#sendsComments) this.#expect();
    try {
      for (const { event, data } of this.#read(text)) if (!this.#over) this.#take(event, data);
    } catch (error) {
      this.#lose(error as Error);
    }
  }

  onResponseEnd(): void {
    if (this.#refusal) this.#refused(this.#refusal.status, this.#refusal.text);
    else this.#lose(new Error('The stream ended'));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#lose(error);
  }

  #refused(status: number, text: string): void {
    const response = parsedPlain(text);
    const errors = isObject(response) && Array.isArray(response.errors) ? response.errors : [];
    const hopeless = status < 500 && status !== 408 && status !== 429;
    if (errors.length === 0 || status >= 500) this.#lose(new Error(`HTTP ${status}: ${text.slice(0, 500)}`), hopeless);
    else if (this.#finish()) this.#sink.refused(errors);
  }

  #take(event: string, data: string): void {
    if (event === 'next') {
      const text = utf8Text(data);
      this.#sink.message(messageAnswer(parsedJson(text), text, () => parsedPlain(data)));
    }
    if (event !== 'complete' || !this.#finish()) return;
    this.#controller?.abort(new Error('Complete'));
    this.#sink.complete();
  }

  #expect(): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#lose(new Error('No sign of life')), this.#limits.silence);
  }

  #lose(cause: Error, hopeless = false): void {
    if (!this.#finish()) return;
    this.#controller?.abort(cause);
    this.#sink.lost(cause, hopeless);
  }

  /** Ends it once. @returns whether this was the end */
  #finish(): boolean {
    clearTimeout(this.#watch);
    if (this.#over) return false;
    this.#over = true;
    return true;
  }
}

function parsedPlain(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
