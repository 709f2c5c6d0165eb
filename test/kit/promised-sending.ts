import { headerLines } from '../../gateway/subgraphs/headers/header-lines.ts';
import type { AnswerSink, GivenUp, HttpAnswer, Sending } from '../../gateway/subgraphs/transport/subgraph-transport.ts';
import { type Utf8Text, utf8Text } from '../../gateway/utf8-text.ts';

type Sends<More extends unknown[]> = (body: Utf8Text, headers: string, sink: AnswerSink, ...more: More) => Sending;

/** A request that is under way, and the promise of its answer; the promise fails when the request is given up. */
interface PromisedSending {
  readonly answer: Promise<HttpAnswer>;
  abort(why: GivenUp): void;
}

/** The same transport with promises. Answers are copied, so that they may be kept. */
export function promised<More extends unknown[]>(send: Sends<More>) {
  return (body: string, headers: Readonly<Record<string, string>>, ...more: More): PromisedSending => {
    const { promise: answer, resolve, reject } = Promise.withResolvers<HttpAnswer>();
    const sink: AnswerSink = {
      answered: ({ status, body: bytes }) => resolve({ status, body: Buffer.from(bytes) }),
      failed: reject,
    };
    const sending = send(utf8Text(body), headerLines(headers), sink, ...more);
    const abort = (why: GivenUp) => {
      sending.abort(why);
      reject(new Error('given up'));
    };
    return { answer, abort };
  };
}
